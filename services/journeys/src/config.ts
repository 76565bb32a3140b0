import { clickhouseSettings, eventStoreSettings, kafkaSettings } from '@bellhop/runtime';
import { z } from 'zod';

export const settings = {
  ...kafkaSettings,
  ...eventStoreSettings,
  ...clickhouseSettings,
  /** How many guests' journeys are kept in memory. */
  JOURNEYS_CACHED_GUESTS: z.coerce.number().int().min(100).default(20_000),
};
