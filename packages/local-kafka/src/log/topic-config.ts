import { ErrorCode, ProtocolError } from '../wire/error-code.js';

interface ConfigRule {
  initial: string;
  accepts(value: string): boolean;
}

const integer = (least: number) => (value: string) => /^-?\d{1,15}$/.test(value) && Number(value) >= least;
const oneOf =
  (...allowed: string[]) =>
  (value: string) =>
    allowed.includes(value);

/** The topic settings that can be kept. A value that would need a behaviour this broker lacks is refused. */
const rules: Record<string, ConfigRule> = {
  'cleanup.policy': {
    initial: 'delete',
    accepts: oneOf('delete', 'compact', 'compact,delete', 'delete,compact'),
  },
  'compression.type': { initial: 'producer', accepts: oneOf('producer') },
  'delete.retention.ms': { initial: '86400000', accepts: integer(0) },
  'max.message.bytes': { initial: '1048588', accepts: integer(0) },
  'message.timestamp.type': { initial: 'CreateTime', accepts: oneOf('CreateTime') },
  'min.compaction.lag.ms': { initial: '0', accepts: integer(0) },
  'min.cleanable.dirty.ratio': { initial: '0.5', accepts: (value) => /^(0(\.\d+)?|1(\.0+)?)$/.test(value) },
  'min.insync.replicas': { initial: '1', accepts: oneOf('1') },
  'retention.bytes': { initial: '-1', accepts: integer(-1) },
  'retention.ms': { initial: '604800000', accepts: integer(-1) },
  'segment.bytes': { initial: '1073741824', accepts: integer(14) },
  'segment.ms': { initial: '604800000', accepts: integer(1) },
};

export type TopicConfig = Record<string, string>;

/** Checks named values; null stands for the default. Throws INVALID_CONFIG. */
export const checkTopicConfig = (entries: { name: string; value: string | null }[]): TopicConfig => {
  const config: TopicConfig = {};
  for (const { name, value } of entries) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined)
      throw new ProtocolError(ErrorCode.invalidConfig, `unknown topic config '${name}'`);
    if (value === null) continue;
    if (!rule.accepts(value))
      throw new ProtocolError(ErrorCode.invalidConfig, `'${value}' is not served for '${name}'`);
    config[name] = value;
  }
  return config;
};

/** Every known config with its value, and whether that is the default. */
export const describeTopicConfig = (
  config: TopicConfig,
  maxMessageBytes: number,
): { name: string; value: string; isDefault: boolean }[] =>
  Object.entries(rules).map(([name, rule]) => ({
    name,
    value: config[name] ?? (name === 'max.message.bytes' ? String(maxMessageBytes) : rule.initial),
    isDefault: config[name] === undefined,
  }));
