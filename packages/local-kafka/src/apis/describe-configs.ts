import { configSource, type DescribedConfig, describeTopicConfig } from '../log/topic-config.js';
import { configType } from '../log/topic-config-rules.js';
import { initialSettings, type Settings } from '../settings.js';
import {
  array,
  boolean,
  int8,
  int16,
  nullableArray,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  versions,
} from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { answerOf, type Broker, defineApi } from './api.js';

/** Resource types of the protocol. */
export const resourceType = { topic: 2, broker: 4 } as const;

/**
 * Names the configs of topics (type 2) and of this broker (type 4, read-only). No keys, or an empty list of them, stand
 * for all. The broker without a name is what is set for all brokers at run time: nothing.
 */
export const describeConfigs = defineApi({
  key: 32,
  name: 'DescribeConfigs',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 4,
  isBulky: true,
  request: struct({
    resources: array(struct({ type: int8, name: string, keys: nullableArray(string) })),
    includeSynonyms: since(1, boolean, false),
    includeDocumentation: since(3, boolean, false),
  }),
  response: struct({
    throttleMs,
    resources: array(
      struct({
        code: int16,
        message: nullableString,
        type: int8,
        name: string,
        configs: array(
          struct({
            name: string,
            value: nullableString,
            isReadOnly: boolean,
            isDefault: versions(0, 0, boolean, false),
            source: since(1, int8, -1),
            isSensitive: boolean,
            synonyms: since(1, array(struct({ name: string, value: nullableString, source: int8 })), []),
            type: since(3, int8, 0),
            documentation: since(3, nullableString, null),
          }),
        ),
      }),
    ),
  }),
  handle: (broker, { resources, includeSynonyms }) => ({
    throttleMs: 0,
    resources: distinct(resources).map(({ type, name, keys }) => {
      try {
        const wanted = keys === null || keys.length === 0 ? null : new Set(keys);
        const configs = describe(broker, type, name)
          .filter((it) => wanted === null || wanted.has(it.name))
          .map((it) => entryOf(it, type === resourceType.broker, includeSynonyms));
        return { code: 0, message: null, type, name, configs };
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { ...answerOf(error), type, name, configs: [] };
      }
    }),
  }),
  failed: ({ resources }, code) => ({
    throttleMs: 0,
    resources: resources.map(({ type, name }) => ({ code, message: null, type, name, configs: [] })),
  }),
});

/** A resource that is named again is answered once. */
const distinct = <T extends { type: number; name: string }>(resources: T[]): T[] => [
  ...new Map(resources.map((it) => [`${it.type} ${it.name}`, it])).values(),
];

const describe = (broker: Broker, type: number, name: string): DescribedConfig[] => {
  if (type === resourceType.topic)
    return describeTopicConfig(broker.topics.need(name).config, broker.settings);
  if (type === resourceType.broker && name === '') return [];
  if (type === resourceType.broker && name === String(broker.nodeId))
    return describeSettings(broker.settings);
  throw new ProtocolError(ErrorCode.invalidRequest, `no resource ${name} of type ${type}`);
};

const describeSettings = (settings: Settings): DescribedConfig[] =>
  (Object.keys(settings) as (keyof Settings)[]).map((name) => {
    const value = String(settings[name]);
    const initial = { name, value: String(initialSettings[name]), source: configSource.default };
    const synonyms =
      value === initial.value ? [initial] : [{ name, value, source: configSource.staticBroker }, initial];
    return { name, value, type: typeOf(settings[name]), source: synonyms[0]!.source, synonyms };
  });

const typeOf = (value: Settings[keyof Settings]): number => {
  if (typeof value === 'boolean') return configType.boolean;
  return typeof value === 'number' ? configType.long : configType.string;
};

const entryOf = (config: DescribedConfig, isReadOnly: boolean, includeSynonyms: boolean) => ({
  ...config,
  isReadOnly,
  isDefault: config.source === configSource.default,
  isSensitive: false,
  synonyms: includeSynonyms ? config.synonyms : [],
  documentation: null,
});
