import { checkTopicConfig, type TopicConfig } from '../log/topic-config.js';
import { array, boolean, int8, int16, nullableString, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { answerOf, type Broker, defineApi } from './api.js';
import { resourceType } from './describe-configs.js';

const operation = { set: 0, delete: 1, append: 2, subtract: 3 } as const;

/** Changes single configs of topics; what is not named stays (KIP-339). */
export const incrementalAlterConfigs = defineApi({
  key: 44,
  name: 'IncrementalAlterConfigs',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 1,
  request: struct({
    resources: array(
      struct({
        type: int8,
        name: string,
        configs: array(struct({ name: string, operation: int8, value: nullableString })),
      }),
    ),
    validateOnly: boolean,
  }),
  response: struct({
    throttleMs,
    resources: array(struct({ code: int16, message: nullableString, type: int8, name: string })),
  }),
  async handle(broker, { resources, validateOnly }) {
    const commits: Promise<void>[] = [];
    const results = resources.map(({ type, name, configs }) => {
      try {
        const config = changed(broker, { type, name, configs });
        if (!validateOnly) commits.push(broker.topics.configure(name, config));
        return { code: 0, message: null, type, name };
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { ...answerOf(error), type, name };
      }
    });
    await Promise.all(commits);
    return { throttleMs: 0, resources: results };
  },
  failed: ({ resources }, code) => ({
    throttleMs: 0,
    resources: resources.map(({ type, name }) => ({ code, message: null, type, name })),
  }),
});

interface Change {
  name: string;
  operation: number;
  value: string | null;
}

const changed = (
  broker: Broker,
  resource: { type: number; name: string; configs: Change[] },
): TopicConfig => {
  if (resource.type !== resourceType.topic) {
    throw new ProtocolError(ErrorCode.invalidRequest, 'only the configs of topics can be altered');
  }
  const config = { ...broker.topics.need(resource.name).config };
  for (const change of resource.configs) apply(config, change);
  return checkTopicConfig(Object.entries(config).map(([name, value]) => ({ name, value })));
};

const apply = (config: TopicConfig, change: Change): void => {
  const { name, value } = change;
  if (change.operation === operation.delete) {
    delete config[name];
    return;
  }
  if (value === null) throw new ProtocolError(ErrorCode.invalidConfig, `'${name}' has no value`);
  const items = (config[name] ?? '').split(',').filter((it) => it !== '');
  switch (change.operation) {
    case operation.set:
      config[name] = value;
      return;
    case operation.append:
      config[name] = [...new Set([...items, ...value.split(',')])].join(',');
      return;
    case operation.subtract:
      config[name] = items.filter((it) => !value.split(',').includes(it)).join(',');
      return;
    default:
      throw new ProtocolError(ErrorCode.invalidRequest, `no operation ${change.operation}`);
  }
};
