import { initialSettings, type Settings } from '../settings.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import {
  type ConfigName,
  type ConfigRule,
  configType,
  topicConfigRules as rules,
} from './topic-config-rules.js';

/** What was set for a topic; the rest has its default. */
export type TopicConfig = Record<string, string>;

const needRule = (name: string): ConfigRule => {
  if (!Object.hasOwn(rules, name))
    throw new ProtocolError(ErrorCode.invalidConfig, `unknown topic config '${name}'`);
  return rules[name as ConfigName];
};

/** Checks named values; null stands for the default. Throws INVALID_CONFIG. */
export const checkTopicConfig = (entries: { name: string; value: string | null }[]): TopicConfig => {
  const config: TopicConfig = {};
  for (const { name, value } of entries) {
    const rule = needRule(name);
    if (value === null) continue;
    if (!rule.accepts(value))
      throw new ProtocolError(ErrorCode.invalidConfig, `'${value}' is not served for '${name}'`);
    config[name] = value;
  }
  return config;
};

export const topicConfigValue = (config: TopicConfig, settings: Settings, name: ConfigName): string => {
  const { initial }: ConfigRule = rules[name];
  return config[name] ?? (typeof initial === 'string' ? initial : String(settings[initial.setting]));
};

/** Where a value comes from, as the protocol counts it. */
export const configSource = { topic: 1, staticBroker: 4, default: 5 } as const;

export interface ConfigSynonym {
  name: string;
  value: string;
  source: number;
}

export interface DescribedConfig {
  name: string;
  value: string;
  type: number;
  source: number;
  /** What the value comes from and would come from without that, the strongest first. */
  synonyms: ConfigSynonym[];
}

/** What stands behind the default: the broker's command line, and what Kafka starts with. */
const brokerSynonyms = (rule: ConfigRule, settings: Settings): ConfigSynonym[] => {
  const { initial, broker } = rule;
  const first = typeof initial === 'string' ? initial : String(initialSettings[initial.setting]);
  const synonyms: ConfigSynonym[] =
    broker === null ? [] : [{ name: broker, value: first, source: configSource.default }];
  if (typeof initial === 'string') return synonyms;
  const value = String(settings[initial.setting]);
  if (value !== first) synonyms.unshift({ name: initial.setting, value, source: configSource.staticBroker });
  return synonyms;
};

/** Every known config, with where its value comes from. */
export const describeTopicConfig = (config: TopicConfig, settings: Settings): DescribedConfig[] =>
  (Object.keys(rules) as ConfigName[]).map((name) => {
    const synonyms = brokerSynonyms(rules[name], settings);
    const own = config[name];
    if (own !== undefined) synonyms.unshift({ name, value: own, source: configSource.topic });
    return {
      name,
      value: topicConfigValue(config, settings, name),
      type: rules[name].type,
      source: synonyms[0]?.source ?? configSource.default,
      synonyms,
    };
  });

/** Whether single items can be added to its value and taken from it. Throws INVALID_CONFIG where nobody knows it. */
export const isListConfig = (name: string): boolean => needRule(name).type === configType.list;

/** The value of a config by a name that may be unknown. Throws INVALID_CONFIG then. */
export const namedConfigValue = (config: TopicConfig, settings: Settings, name: string): string => {
  needRule(name);
  return topicConfigValue(config, settings, name as ConfigName);
};

/** What is cleaned away from a topic, with times in milliseconds; −1 stands for never. */
export interface CleanupPolicy {
  isDeleted: boolean;
  isCompacted: boolean;
  retentionMs: number;
  retentionBytes: number;
  deleteRetentionMs: number;
  minCompactionLagMs: number;
  /** A record that waits longer is compacted whatever the ratio. */
  maxCompactionLagMs: number;
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
    maxCompactionLagMs: Number(value('max.compaction.lag.ms')),
    minDirtyRatio: Number(value('min.cleanable.dirty.ratio')),
  };
};
