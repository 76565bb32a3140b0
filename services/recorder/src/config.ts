import { eventStoreSettings, hotelGroupSettings, kafkaSettings, sentimentSettings } from '@bellhop/runtime';
import { z } from 'zod';

export const settings = {
  ...kafkaSettings,
  ...eventStoreSettings,
  ...hotelGroupSettings,
  ...sentimentSettings,
  /** How many touchpoints are recorded side by side; those that share an identifier, stay or room never are. */
  RECORDER_CONCURRENCY: z.coerce.number().int().min(1).max(1000).default(64),
  /** How many streams of each kind are kept in memory. */
  RECORDER_CACHED_STREAMS: z.coerce.number().int().min(100).default(50_000),
};
