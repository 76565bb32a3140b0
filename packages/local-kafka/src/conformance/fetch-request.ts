import type { fetch } from '../apis/fetch.js';
import type { Of } from '../wire/codec.js';

export interface FetchOptions {
  topic: string;
  topicId?: string;
  leaderEpoch?: number;
  partitions?: number;
  offset?: number;
  minBytes?: number;
  maxBytes?: number;
  maxWaitMs?: number;
  readCommitted?: boolean;
  sessionId?: number;
  sessionEpoch?: number;
}

/** A fetch of the first partitions of one topic; answered at once, with all that is there, unless told otherwise. */
export const fetchRequest = (options: FetchOptions): Of<(typeof fetch)['request']> => ({
  replicaId: -1,
  maxWaitMs: options.maxWaitMs ?? 0,
  minBytes: options.minBytes ?? 1,
  maxBytes: options.maxBytes ?? 1_000_000,
  isolationLevel: options.readCommitted ? 1 : 0,
  sessionId: options.sessionId ?? 0,
  sessionEpoch: options.sessionEpoch ?? -1,
  topics: [
    {
      name: options.topic,
      topicId: options.topicId ?? '',
      partitions: Array.from({ length: options.partitions ?? 1 }, (_, index) => ({
        index,
        leaderEpoch: options.leaderEpoch ?? -1,
        offset: options.offset ?? 0,
        lastFetchedEpoch: -1,
        logStartOffset: -1,
        maxBytes: 1_000_000,
      })),
    },
  ],
  forgotten: [],
  rackId: '',
});
