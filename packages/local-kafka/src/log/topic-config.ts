import type { Settings } from '../settings.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';

interface ConfigRule {
  /** The default: a fixed one, or the setting of the broker that it comes from. */
  initial: string | { setting: keyof Settings };
  accepts(value: string): boolean;
}

const integer = (least: number) => (value: string) => /^-?\d{1,19}$/.test(value) && Number(value) >= least;
const oneOf =
  (...allowed: string[]) =>
  (value: string) =>
    allowed.includes(value);

/**
 * The topic settings that can be kept. A value that would need a behaviour this broker lacks is refused. Those of Kafka's
 * files (`flush.`, `segment.`, `index.`, …) change nothing here: everything is synced before it is acknowledged.
 */
const rules = {
  'cleanup.policy': {
    initial: { setting: 'log.cleanup.policy' },
    accepts: oneOf('delete', 'compact', 'compact,delete', 'delete,compact'),
  },
  'compression.type': { initial: 'producer', accepts: oneOf('producer') },
  'delete.retention.ms': { initial: { setting: 'log.cleaner.delete.retention.ms' }, accepts: integer(0) },
  'file.delete.delay.ms': { initial: '60000', accepts: integer(0) },
  'flush.messages': { initial: '9223372036854775807', accepts: integer(1) },
  'flush.ms': { initial: '9223372036854775807', accepts: integer(0) },
  'index.interval.bytes': { initial: '4096', accepts: integer(0) },
  'max.message.bytes': { initial: { setting: 'message.max.bytes' }, accepts: integer(0) },
  'message.timestamp.type': { initial: 'CreateTime', accepts: oneOf('CreateTime') },
  'min.compaction.lag.ms': { initial: { setting: 'log.cleaner.min.compaction.lag.ms' }, accepts: integer(0) },
  'min.cleanable.dirty.ratio': {
    initial: { setting: 'log.cleaner.min.cleanable.ratio' },
    accepts: (value) => /^(0(\.\d+)?|1(\.0+)?)$/.test(value),
  },
  'min.insync.replicas': { initial: '1', accepts: oneOf('1') },
  preallocate: { initial: 'false', accepts: oneOf('true', 'false') },
  'retention.bytes': { initial: { setting: 'log.retention.bytes' }, accepts: integer(-1) },
  'retention.ms': { initial: { setting: 'log.retention.ms' }, accepts: integer(-1) },
  'segment.bytes': { initial: '1073741824', accepts: integer(14) },
  'segment.index.bytes': { initial: '10485760', accepts: integer(4) },
  'segment.jitter.ms': { initial: '0', accepts: integer(0) },
  'segment.ms': { initial: '604800000', accepts: integer(1) },
  'unclean.leader.election.enable': { initial: 'false', accepts: oneOf('true', 'false') },
} satisfies Record<string, ConfigRule>;

export type ConfigName = keyof typeof rules;

/** What was set for a topic; the rest has its default. */
export type TopicConfig = Record<string, string>;

/** Checks named values; null stands for the default. Throws INVALID_CONFIG. */
export const checkTopicConfig = (entries: { name: string; value: string | null }[]): TopicConfig => {
  const config: TopicConfig = {};
  for (const { name, value } of entries) {
    if (!Object.hasOwn(rules, name))
      throw new ProtocolError(ErrorCode.invalidConfig, `unknown topic config '${name}'`);
    if (value === null) continue;
    if (!rules[name as ConfigName].accepts(value))
      throw new ProtocolError(ErrorCode.invalidConfig, `'${value}' is not served for '${name}'`);
    config[name] = value;
  }
  return config;
};

export const topicConfigValue = (config: TopicConfig, settings: Settings, name: ConfigName): string => {
  const { initial }: ConfigRule = rules[name];
  return config[name] ?? (typeof initial === 'string' ? initial : String(settings[initial.setting]));
};

/** Every known config with its value, and whether that is the default. */
export const describeTopicConfig = (
  config: TopicConfig,
  settings: Settings,
): { name: string; value: string; isDefault: boolean }[] =>
  (Object.keys(rules) as ConfigName[]).map((name) => ({
    name,
    value: topicConfigValue(config, settings, name),
    isDefault: config[name] === undefined,
  }));

/** What is cleaned away from a topic, with times in milliseconds; −1 stands for never. */
export interface CleanupPolicy {
  isDeleted: boolean;
  isCompacted: boolean;
  retentionMs: number;
  retentionBytes: number;
  deleteRetentionMs: number;
  minCompactionLagMs: number;
  minDirtyRatio: number;
}

export const cleanupPolicy = (config: TopicConfig, settings: Settings): CleanupPolicy => {
  const value = (name: ConfigName): string => topicConfigValue(config, settings, name);
  const policies = value('cleanup.policy').split(',');
  return {
    isDeleted: policies.includes('delete'),
    isCompacted: policies.includes('compact'),
    retentionMs: Number(value('retention.ms')),
    retentionBytes: Number(value('retention.bytes')),
    deleteRetentionMs: Number(value('delete.retention.ms')),
    minCompactionLagMs: Number(value('min.compaction.lag.ms')),
    minDirtyRatio: Number(value('min.cleanable.dirty.ratio')),
  };
};
