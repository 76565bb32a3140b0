import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  ConfigError,
  clickhouseSettings,
  commonSettings,
  eventStoreSettings,
  hotelGroupSettings,
  kafkaSettings,
  readConfig,
  redacted,
} from './config.js';

const schema = z.object({
  ...commonSettings,
  ...kafkaSettings,
  ...eventStoreSettings,
  ...clickhouseSettings,
  ...hotelGroupSettings,
});

describe('the configuration', () => {
  test('needs nothing for one machine', () => {
    expect(readConfig(schema, {})).toMatchObject({
      LOG_LEVEL: 'info',
      KAFKA_BROKERS: ['127.0.0.1:9092'],
      EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
      CLICKHOUSE_URL: 'http://127.0.0.1:8123',
    });
  });

  test('reads numbers and lists from text, and leaves out what it does not know', () => {
    const config = readConfig(schema, { HEALTH_PORT: '9100', KAFKA_BROKERS: 'a:9092, b:9092', PATH: '/bin' });
    expect(config).toMatchObject({ HEALTH_PORT: 9100, KAFKA_BROKERS: ['a:9092', 'b:9092'] });
    expect(config).not.toHaveProperty('PATH');
  });

  test('is refused with all of its problems together, each with its name', () => {
    const read = () =>
      readConfig(schema, { LOG_LEVEL: 'loud', HEALTH_PORT: '70000', EVENTSTORE_URL: 'http://x' });
    expect(read).toThrow(ConfigError);
    for (const name of ['LOG_LEVEL', 'HEALTH_PORT', 'EVENTSTORE_URL']) expect(read).toThrow(name);
  });

  test('is shown without its secrets', () => {
    expect(
      redacted({
        CLICKHOUSE_PASSWORD: 'p',
        INGEST_PUBLISHER_TOKEN: 't',
        EMPTY_SECRET: '',
        EVENTSTORE_URL: 'esdb://admin:changeit@host:2113',
        KAFKA_BROKERS: ['a:9092'],
      }),
    ).toEqual({
      CLICKHOUSE_PASSWORD: '[redacted]',
      INGEST_PUBLISHER_TOKEN: '[redacted]',
      EMPTY_SECRET: '',
      EVENTSTORE_URL: 'esdb://[redacted]@host:2113',
      KAFKA_BROKERS: ['a:9092'],
    });
  });
});
