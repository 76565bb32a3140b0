import { z } from 'zod';

const count = (initial: number, least = 1) => z.coerce.number().int().min(least).default(initial);

const flag = (initial: boolean) =>
  z.preprocess(
    (value) => (value === 'true' ? true : value === 'false' ? false : value),
    z.boolean().default(initial),
  );

const listener = z
  .string()
  .regex(/^(PLAINTEXT:\/\/[^\s:,/]+:\d{1,5})?$/, 'takes one listener such as PLAINTEXT://127.0.0.1:9092')
  .default('');

const policy = z
  .enum(['delete', 'compact', 'compact,delete', 'delete,compact'], 'takes delete, compact, or both')
  .default('delete');

const dayMs = 86_400_000;

/**
 * What can be set, with its default, under the names of Kafka's brokers (kafka.apache.org/documentation/#brokerconfigs).
 * Texts, as they come from a command line, are taken too. Where a default differs from Kafka's, a comment says why.
 */
export const settingsSchema = z.strictObject({
  /** What clients are told to connect to, where that is not where the broker listens. */
  'advertised.listeners': listener,
  /** Whether asking for the metadata of an unknown topic creates it (where the client allows it). */
  'auto.create.topics.enable': flag(true),
  /** A connection on which nothing moves for so long is closed. */
  'connections.max.idle.ms': count(600_000),
  /** Largest answer to a fetch, whatever the client asks for; the first batch is sent in any case. */
  'fetch.max.bytes': count(57_671_680, 1_024),
  /** How long an empty group waits for more members. Kafka waits 3 s; on one machine they start within moments. */
  'group.initial.rebalance.delay.ms': count(100, 0),
  'group.max.session.timeout.ms': count(1_800_000),
  /** Kafka's 6,000 is for networks. */
  'group.min.session.timeout.ms': count(1_000),
  /** Pause between two rounds of compaction. */
  'log.cleaner.backoff.ms': count(15_000),
  'log.cleaner.delete.retention.ms': count(dayMs, 0),
  'log.cleaner.enable': flag(true),
  /** How long a record may wait for compaction; by default for as long as the ratio says. */
  'log.cleaner.max.compaction.lag.ms': z.coerce
    .string()
    .regex(/^[1-9]\d{0,18}$/)
    .default('9223372036854775807'),
  'log.cleaner.min.cleanable.ratio': z.coerce.number().min(0).max(1).default(0.5),
  'log.cleaner.min.compaction.lag.ms': count(0, 0),
  'log.cleanup.policy': policy,
  /** Whether a record's timestamp is the producer's or when the broker takes it. */
  'log.message.timestamp.type': z.enum(['CreateTime', 'LogAppendTime']).default('CreateTime'),
  /** Memory for the batches that were appended last, from which readers at the end of the log are served. Not a setting of Kafka's. */
  'log.recent.bytes': count(67_108_864, 0),
  'log.retention.bytes': count(-1, -1),
  'log.retention.check.interval.ms': count(300_000),
  'log.retention.ms': count(7 * dayMs, -1),
  /** Connections beyond that are closed at once. Kafka has no limit; the memory here is one machine's. */
  'max.connections': count(10_000),
  /** Largest record batch; a topic's `max.message.bytes` overrides it. */
  'message.max.bytes': count(1_048_588),
  /** The number of the one broker. */
  'node.id': count(1, 0),
  /** Partitions of a topic whose creation does not say how many. */
  'num.partitions': count(1),
  /** Longest text that a commit may keep beside an offset. */
  'offset.metadata.max.bytes': count(4_096, 0),
  'offsets.retention.check.interval.ms': count(600_000),
  /** How long a group's offsets outlive its last member or commit. Kafka's week would forget a closed hotel. */
  'offsets.retention.minutes': count(525_600),
  /** How long a partition remembers a producer that is silent. */
  'producer.id.expiration.ms': count(dayMs),
  'producer.id.expiration.check.interval.ms': count(600_000),
  /** Memory of answers that clients have not taken yet, beyond which each gets less. Not a setting of Kafka's. */
  'queued.max.answer.bytes': count(268_435_456, 1_048_576),
  /** Memory of requests that are still coming in. Kafka has no limit by default. */
  'queued.max.request.bytes': count(268_435_456, 1_048_576),
  /** Largest request; a connection that announces more is closed. */
  'socket.request.max.bytes': count(104_857_600, 1_024),
  /**
   * For tests of clients: for so long after the first use of a group or a transactional id its requests meet the errors of a
   * cluster whose coordinator is being found, loads and moves (15, 14, 16), and later those of markers being written (51).
   */
  'test.coordinator.loading.ms': count(0, 0),
  'transaction.max.timeout.ms': count(900_000),
  /** How long a transactional id without a transaction is remembered. */
  'transactional.id.expiration.ms': count(7 * dayMs),
});

export type Settings = z.infer<typeof settingsSchema>;

export const initialSettings: Settings = settingsSchema.parse({});

/** The host and port of `advertised.listeners`, or null where that is not set. */
export const advertisedAddress = (settings: Settings): { host: string; port: number } | null => {
  const text = settings['advertised.listeners'];
  if (text === '') return null;
  const [host, port] = text.slice('PLAINTEXT://'.length).split(':');
  return { host: host!, port: Number(port) };
};
