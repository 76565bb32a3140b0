import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HotelGroup } from '@bellhop/contracts';
import {
  clickhouseSettings,
  eventStoreSettings,
  hotelGroupSettings,
  kafkaSettings,
  readConfig,
  readHotelGroup,
  sentimentSettings,
} from '@bellhop/runtime';
import { STACK_FILE, sentimentModelFile, stackSettings } from '@bellhop/stack';
import { z } from 'zod';

const schema = z.object({
  ...kafkaSettings,
  ...eventStoreSettings,
  ...clickhouseSettings,
  ...hotelGroupSettings,
  ...sentimentSettings,
  INGEST_URL: z.url().default('http://127.0.0.1:8080'),
  INGEST_PUBLISHER_TOKEN: z.string().optional(),
  MQTT_URL: z.string().default('mqtt://127.0.0.1:1883'),
});

export type Environment = z.infer<typeof schema> & { dataDir: string };

/**
 * Where everything listens: from the environment, else as the stack that runs on this machine says, else the standard
 * addresses. Throws a ConfigError.
 */
export function readEnvironment(): Environment {
  const { BELLHOP_DATA_DIR: dataDir } = readConfig(stackSettings, process.env);
  const file = join(dataDir, STACK_FILE);
  const running = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const fallback = {
    HOTEL_GROUP_FILE: join(dataDir, 'hotel-group.json'),
    SENTIMENT_MODEL_FILE: sentimentModelFile(dataDir),
  };
  return { ...readConfig(schema, { ...fallback, ...running, ...process.env }), dataDir };
}

export const hotelGroupOf = (environment: Environment): HotelGroup =>
  readHotelGroup(environment.HOTEL_GROUP_FILE);
