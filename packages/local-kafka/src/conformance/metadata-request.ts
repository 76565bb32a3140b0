import type { metadata } from '../apis/metadata.js';
import type { Of } from '../wire/codec.js';

/** Asks for the metadata of topics by name, and lets them be created. */
export const metadataRequest = (...names: string[]): Of<(typeof metadata)['request']> => ({
  topics: names.map((name) => ({ name, topicId: '' })),
  allowAutoTopicCreation: true,
  includeClusterOperations: false,
  includeTopicOperations: false,
});
