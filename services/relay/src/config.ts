import { eventStoreSettings, kafkaSettings } from '@bellhop/runtime';
import { z } from 'zod';

export const settings = {
  ...kafkaSettings,
  ...eventStoreSettings,
  /** How long events are gathered for one Kafka transaction when few arrive; milliseconds. */
  RELAY_LINGER_MS: z.coerce.number().int().min(0).max(10_000).default(20),
  /** The most events of one Kafka transaction. */
  RELAY_MAX_BATCH: z.coerce.number().int().min(1).max(10_000).default(1_000),
};
