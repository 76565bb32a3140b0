import { type IHeaders, Kafka, logLevel } from 'kafkajs';

export type { Kafka } from 'kafkajs';

/** What the adapter logs to: the shape of pino's logger. */
export interface KafkaLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface KafkaOptions {
  brokers: string[];
  clientId: string;
  logger: KafkaLogger;
  /** How long one request may take, and how often it is tried again. */
  retries?: number;
}

/** A record as this adapter hands it out. Offsets are decimal strings, as Kafka's are 64 bits. */
export interface KafkaRecord {
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  value: Buffer | null;
  headers: IHeaders;
}

/** Kafka did not acknowledge, or cannot be reached. Nothing is known to be written; sending again is safe for events that carry their id. */
export class KafkaUnavailable extends Error {
  override name = 'KafkaUnavailable';
  readonly code = 'kafka-unavailable';
  readonly retryable = true;
}

const LEVELS = {
  [logLevel.DEBUG]: 'debug',
  [logLevel.INFO]: 'debug',
  [logLevel.WARN]: 'warn',
  [logLevel.ERROR]: 'warn',
} as const;

/**
 * A client of a Kafka cluster. kafkajs tells at its own error level what it retries by itself, so that is a warning here;
 * what it gives up on is thrown and logged where it is handled.
 */
export function connectKafka({ brokers, clientId, logger, retries = 8 }: KafkaOptions): Kafka {
  return new Kafka({
    brokers,
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    // A second producer with the same transactional id meets 'concurrent transactions' until the markers of the last
    // one are written: with kafkajs's own 300 ms each transaction would take as long.
    retry: { initialRetryTime: 20, multiplier: 1.7, maxRetryTime: 2_000, retries },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      const level = LEVELS[entry.level as keyof typeof LEVELS] ?? 'debug';
      const { message, timestamp: _timestamp, logger: _logger, ...fields } = entry.log;
      logger[level]({ kafka: fields }, `kafkajs: ${message}`);
    },
  });
}
