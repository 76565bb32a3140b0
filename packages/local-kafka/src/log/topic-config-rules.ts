import type { Settings } from '../settings.js';

/** The types of the protocol that clients show beside a value (KIP-569). */
export const configType = { boolean: 1, string: 2, int: 3, long: 5, double: 6, list: 7 } as const;

/** Where the default of a config comes from. */
interface Origin {
  /** The default: a fixed one, or the setting of the broker that it is. */
  initial: string | { setting: keyof Settings };
  /** Kafka's name for the setting of the broker behind the default; null where Kafka shows none. */
  broker: string | null;
}

export interface ConfigRule extends Origin {
  type: number;
  accepts(value: string): boolean;
}

const fixed = (initial: string, broker: string | null): Origin => ({ initial, broker });

const from = (setting: keyof Settings): Origin => ({ initial: { setting }, broker: setting });

const largestInt = 2n ** 31n - 1n;
const largestLong = 2n ** 63n - 1n;
const forever = String(largestLong);

const isInteger = (least: number, most: bigint) => (value: string) =>
  /^-?\d{1,19}$/.test(value) && BigInt(value) >= least && BigInt(value) <= most;

const long = (origin: Origin, least = 0): ConfigRule => ({
  ...origin,
  type: configType.long,
  accepts: isInteger(least, largestLong),
});

const int = (origin: Origin, least = 0): ConfigRule => ({
  ...origin,
  type: configType.int,
  accepts: isInteger(least, largestInt),
});

const oneOf = (origin: Origin, allowed: readonly string[], type: number = configType.string): ConfigRule => ({
  ...origin,
  type,
  accepts: (value) => allowed.includes(value),
});

const boolean = (origin: Origin): ConfigRule => oneOf(origin, ['true', 'false'], configType.boolean);

const matching = (origin: Origin, type: number, pattern: RegExp): ConfigRule => ({
  ...origin,
  type,
  accepts: (value) => pattern.test(value),
});

const policies = ['delete', 'compact', 'compact,delete', 'delete,compact'];
const compressions = ['producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd'];
const ratio = /^(0(\.\d+)?|1(\.0+)?)$/;
const messageFormat = /^\d+\.\d+(\.\d+){0,2}(-IV\d+)?$/;
/** All replicas, or pairs of a partition and a broker. */
const replicas = /^(\*|(\d+:\d+(,\d+:\d+)*)?)$/;

/**
 * The configs of topics, by Kafka's names. Those of Kafka's files and replicas (`flush.`, `segment.`, `index.`,
 * `.throttled.`, …) are kept and shown, and change nothing here: everything is synced before it is acknowledged. So are
 * `compression.type`, since batches stay as they are sent, and two that ended with Kafka 3 (`message.format.version`,
 * `message.downconversion.enable`), which older tools still set.
 */
export const topicConfigRules = {
  'cleanup.policy': oneOf(from('log.cleanup.policy'), policies, configType.list),
  'compression.type': oneOf(fixed('producer', 'compression.type'), compressions),
  'delete.retention.ms': long(from('log.cleaner.delete.retention.ms')),
  'file.delete.delay.ms': long(fixed('60000', 'log.segment.delete.delay.ms')),
  'flush.messages': long(fixed(forever, 'log.flush.interval.messages'), 1),
  'flush.ms': long(fixed(forever, null)),
  'follower.replication.throttled.replicas': matching(fixed('', null), configType.list, replicas),
  'index.interval.bytes': int(fixed('4096', 'log.index.interval.bytes')),
  'leader.replication.throttled.replicas': matching(fixed('', null), configType.list, replicas),
  'max.compaction.lag.ms': long(from('log.cleaner.max.compaction.lag.ms'), 1),
  'max.message.bytes': int(from('message.max.bytes')),
  'message.downconversion.enable': boolean(fixed('true', 'log.message.downconversion.enable')),
  'message.format.version': matching(
    fixed('3.0-IV1', 'log.message.format.version'),
    configType.string,
    messageFormat,
  ),
  'message.timestamp.after.max.ms': long(fixed(forever, 'log.message.timestamp.after.max.ms')),
  'message.timestamp.before.max.ms': long(fixed(forever, 'log.message.timestamp.before.max.ms')),
  'message.timestamp.difference.max.ms': long(fixed(forever, 'log.message.timestamp.difference.max.ms')),
  'message.timestamp.type': oneOf(from('log.message.timestamp.type'), ['CreateTime', 'LogAppendTime']),
  'min.cleanable.dirty.ratio': matching(from('log.cleaner.min.cleanable.ratio'), configType.double, ratio),
  'min.compaction.lag.ms': long(from('log.cleaner.min.compaction.lag.ms')),
  'min.insync.replicas': int(fixed('1', 'min.insync.replicas'), 1),
  preallocate: boolean(fixed('false', 'log.preallocate')),
  'retention.bytes': long(from('log.retention.bytes'), -1),
  // Kafka leaves its own `log.retention.ms` empty, and takes the default of another setting.
  'retention.ms': long({ ...from('log.retention.ms'), broker: null }, -1),
  'segment.bytes': int(fixed('1073741824', 'log.segment.bytes'), 14),
  'segment.index.bytes': int(fixed('10485760', 'log.index.size.max.bytes'), 4),
  'segment.jitter.ms': long(fixed('0', null)),
  'segment.ms': long(fixed('604800000', null), 1),
  'unclean.leader.election.enable': boolean(fixed('false', 'unclean.leader.election.enable')),
} satisfies Record<string, ConfigRule>;

export type ConfigName = keyof typeof topicConfigRules;
