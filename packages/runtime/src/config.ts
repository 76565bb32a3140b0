import { z } from 'zod';

/** A setting that cannot be used. All problems are reported together. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly code = 'invalid-config';
  readonly retryable = false;
}

/** Settings that every service has. */
export const commonSettings = {
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Where /health and /metrics are served; 0 takes any free port, and without it they are not served. */
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  /** For crash tests: the step boundary at which the process kills itself. */
  CRASH_AT: z.string().optional(),
};

export const kafkaSettings = {
  /** Comma-separated host:port. */
  KAFKA_BROKERS: z
    .string()
    .default('127.0.0.1:9092')
    .transform((text) => text.split(',').map((broker) => broker.trim())),
  /** How long a consumer group waits for a member that is gone; milliseconds. Kafka itself allows no less than 6000 by default. */
  KAFKA_SESSION_TIMEOUT_MS: z.coerce.number().int().min(1000).default(10_000),
  SCHEMA_REGISTRY_URL: z.url().default('http://127.0.0.1:8081'),
};

export const eventStoreSettings = {
  EVENTSTORE_URL: z.string().startsWith('esdb').default('esdb://127.0.0.1:2113?tls=false'),
};

export const clickhouseSettings = {
  /** How long rows are gathered for one insert when few arrive; milliseconds. ClickHouse likes few large inserts. */
  CLICKHOUSE_LINGER_MS: z.coerce.number().int().min(0).max(10_000).default(150),
  CLICKHOUSE_URL: z.url().default('http://127.0.0.1:8123'),
  CLICKHOUSE_DATABASE: z.string().default('bellhop'),
  CLICKHOUSE_USER: z.string().default('default'),
  CLICKHOUSE_PASSWORD: z.string().default(''),
};

export const hotelGroupSettings = {
  /** The JSON file that describes the hotel group: its properties and its accounts with vendors. */
  HOTEL_GROUP_FILE: z.string().default('.bellhop/hotel-group.json'),
};

export const sentimentSettings = {
  /** The model that texts are scored with; where there is no such file, the one that ships with Bellhop. */
  SENTIMENT_MODEL_FILE: z.string().default('.bellhop/sentiment-model.bin'),
};

/** Reads an environment against a schema. Throws a ConfigError that names every setting that is wrong. */
export function readConfig<S extends z.ZodType>(schema: S, environment: unknown): z.infer<S> {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The configuration can't be used:\n${problems.join('\n')}`);
}

const SECRET = /PASSWORD|SECRET|TOKEN/;

/** The configuration as it may be shown: secrets and passwords inside addresses are covered. */
export function redacted(config: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      if (SECRET.test(name)) return [name, value ? '[redacted]' : ''];
      return [name, typeof value === 'string' ? value.replace(/\/\/[^/@]+@/, '//[redacted]@') : value];
    }),
  );
}
