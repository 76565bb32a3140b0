import { describeTopicConfig } from '../log/topic-config.js';
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

/** The type of a config's value, which clients show and nothing more. */
const unknownType = 0;

export const configSource = { topic: 1, staticBroker: 4, default: 5 } as const;

/** Names the configs of topics (type 2) and of this broker (type 4, read-only). */
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
            type: since(3, int8, unknownType),
            documentation: since(3, nullableString, null),
          }),
        ),
      }),
    ),
  }),
  handle: (broker, { resources }) => ({
    throttleMs: 0,
    resources: resources.map(({ type, name, keys }) => {
      try {
        const configs = describe(broker, type, name).filter((it) => keys === null || keys.includes(it.name));
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

const describe = (broker: Broker, type: number, name: string) => {
  if (type === resourceType.topic) {
    const { config } = broker.topics.need(name);
    return describeTopicConfig(config, broker.settings).map((it) =>
      entry(it.name, it.value, {
        isReadOnly: false,
        isDefault: it.isDefault,
        source: it.isDefault ? configSource.default : configSource.topic,
      }),
    );
  }
  if (type === resourceType.broker && name === String(broker.nodeId)) {
    return Object.entries(broker.settings).map(([key, value]) =>
      entry(key, String(value), { isReadOnly: true, isDefault: false, source: configSource.staticBroker }),
    );
  }
  throw new ProtocolError(ErrorCode.invalidRequest, `no resource ${name} of type ${type}`);
};

const entry = (
  name: string,
  value: string,
  about: { isReadOnly: boolean; isDefault: boolean; source: number },
) => ({
  name,
  value,
  ...about,
  isSensitive: false,
  synonyms: [],
  type: unknownType,
  documentation: null,
});
