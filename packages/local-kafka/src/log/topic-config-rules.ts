import type { Settings } from '../settings.js';

/** The types of the protocol that clients show beside a value (KIP-569). */
export const configType = { boolean: 1, string: 2, int: 3, long: 5, double: 6, list: 7 } as const;

export interface ConfigRule {
  /** The default: a fixed one, or the setting of the broker that it comes from. */
  initial: string | { setting: keyof Settings };
  /** Kafka's name for the setting of the broker behind the default; null where Kafka shows none. */
  broker: string | null;
  type: number;
  accepts(value: string): boolean;
}

const largest = '9223372036854775807';

const isInteger = (least: number) => (value: string) => /^-?\d{1,19}$/.test(value) && Number(value) >= least;

const isOneOf =
  (...allowed: string[]) =>
  (value: string) =>
    allowed.includes(value);

const long = (initial: ConfigRule['initial'], broker: string | null, least = 0): ConfigRule => ({
  initial,
  broker,
  type: configType.long,
  accepts: isInteger(least),
});

const int = (initial: ConfigRule['initial'], broker: string | null, least = 0): ConfigRule => ({
  ...long(initial, broker, least),
  type: configType.int,
});

const boolean = (initial: string, broker: string): ConfigRule => ({
  initial,
  broker,
  type: configType.boolean,
  accepts: isOneOf('true', 'false'),
});

const choice = (initial: ConfigRule['initial'], broker: string, ...allowed: string[]): ConfigRule => ({
  initial,
  broker,
  type: configType.string,
  accepts: isOneOf(...allowed),
});

const throttledReplicas: ConfigRule = {
  initial: '',
  broker: null,
  type: configType.list,
  accepts: (value) => /^(\*|(\d+:\d+(,\d+:\d+)*)?)$/.test(value),
};

/**
 * The configs of topics, by Kafka's names. Those of Kafka's files and replicas (`flush.`, `segment.`, `index.`,
 * `.throttled.`, …) are kept and shown, and change nothing here: everything is synced before it is acknowledged. So are
 * `compression.type`, since batches stay as they are sent, and two that ended with Kafka 3 (`message.format.version`,
 * `message.downconversion.enable`), which older tools still set.
 */
export const topicConfigRules = {
  'cleanup.policy': {
    initial: { setting: 'log.cleanup.policy' },
    broker: 'log.cleanup.policy',
    type: configType.list,
    accepts: isOneOf('delete', 'compact', 'compact,delete', 'delete,compact'),
  },
  'compression.type': choice(
    'producer',
    'compression.type',
    ...['producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd'],
  ),
  'delete.retention.ms': long(
    { setting: 'log.cleaner.delete.retention.ms' },
    'log.cleaner.delete.retention.ms',
  ),
  'file.delete.delay.ms': long('60000', 'log.segment.delete.delay.ms'),
  'flush.messages': long(largest, 'log.flush.interval.messages', 1),
  'flush.ms': long(largest, null),
  'follower.replication.throttled.replicas': throttledReplicas,
  'index.interval.bytes': int('4096', 'log.index.interval.bytes'),
  'leader.replication.throttled.replicas': throttledReplicas,
  'max.compaction.lag.ms': long(
    { setting: 'log.cleaner.max.compaction.lag.ms' },
    'log.cleaner.max.compaction.lag.ms',
    1,
  ),
  'max.message.bytes': int({ setting: 'message.max.bytes' }, 'message.max.bytes'),
  'message.downconversion.enable': boolean('true', 'log.message.downconversion.enable'),
  'message.format.version': {
    initial: '3.0-IV1',
    broker: 'log.message.format.version',
    type: configType.string,
    accepts: (value) => /^\d+\.\d+(\.\d+){0,2}(-IV\d+)?$/.test(value),
  },
  'message.timestamp.after.max.ms': long(largest, 'log.message.timestamp.after.max.ms'),
  'message.timestamp.before.max.ms': long(largest, 'log.message.timestamp.before.max.ms'),
  'message.timestamp.difference.max.ms': long(largest, 'log.message.timestamp.difference.max.ms'),
  'message.timestamp.type': choice(
    { setting: 'log.message.timestamp.type' },
    'log.message.timestamp.type',
    ...['CreateTime', 'LogAppendTime'],
  ),
  'min.cleanable.dirty.ratio': {
    initial: { setting: 'log.cleaner.min.cleanable.ratio' },
    broker: 'log.cleaner.min.cleanable.ratio',
    type: configType.double,
    accepts: (value) => /^(0(\.\d+)?|1(\.0+)?)$/.test(value),
  },
  'min.compaction.lag.ms': long(
    { setting: 'log.cleaner.min.compaction.lag.ms' },
    'log.cleaner.min.compaction.lag.ms',
  ),
  'min.insync.replicas': int('1', 'min.insync.replicas', 1),
  preallocate: boolean('false', 'log.preallocate'),
  'retention.bytes': long({ setting: 'log.retention.bytes' }, 'log.retention.bytes', -1),
  // Kafka leaves its own `log.retention.ms` empty, and takes the default of another setting.
  'retention.ms': long({ setting: 'log.retention.ms' }, null, -1),
  'segment.bytes': int('1073741824', 'log.segment.bytes', 14),
  'segment.index.bytes': int('10485760', 'log.index.size.max.bytes', 4),
  'segment.jitter.ms': long('0', null),
  'segment.ms': long('604800000', null, 1),
  'unclean.leader.election.enable': boolean('false', 'unclean.leader.election.enable'),
} satisfies Record<string, ConfigRule>;

export type ConfigName = keyof typeof topicConfigRules;
