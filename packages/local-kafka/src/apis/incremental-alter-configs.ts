import { checkTopicConfig, isListConfig, namedConfigValue, type TopicConfig } from '../log/topic-config.js';
import type { Settings } from '../settings.js';
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
        if (config !== null && !validateOnly) commits.push(broker.topics.configure(name, config));
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

interface Resource {
  type: number;
  name: string;
  configs: Change[];
}

/**
 * Of this broker, or of all brokers (without a name), nothing is set at run time: deleting that changes nothing, and is
 * what Kafka's tool for moving partitions does when it is through.
 */
const isIdle = (broker: Broker, resource: Resource): boolean =>
  resource.type === resourceType.broker &&
  (resource.name === '' || resource.name === String(broker.nodeId)) &&
  resource.configs.every((it) => it.operation === operation.delete);

/** The new configs of a topic, or null where there is nothing to change. */
const changed = (broker: Broker, resource: Resource): TopicConfig | null => {
  if (isIdle(broker, resource)) return null;
  if (resource.type !== resourceType.topic) {
    throw new ProtocolError(ErrorCode.invalidRequest, 'only the configs of topics can be altered');
  }
  const config = { ...broker.topics.need(resource.name).config };
  for (const change of resource.configs) apply(config, change, broker.settings);
  return checkTopicConfig(Object.entries(config).map(([name, value]) => ({ name, value })));
};

const apply = (config: TopicConfig, change: Change, settings: Settings): void => {
  const { name, value } = change;
  if (change.operation === operation.delete) {
    delete config[name];
    return;
  }
  if (value === null) throw new ProtocolError(ErrorCode.invalidConfig, `'${name}' has no value`);
  if (change.operation === operation.set) {
    config[name] = value;
    return;
  }
  if (change.operation !== operation.append && change.operation !== operation.subtract) {
    throw new ProtocolError(ErrorCode.invalidRequest, `no operation ${change.operation}`);
  }
  if (!isListConfig(name)) throw new ProtocolError(ErrorCode.invalidConfig, `'${name}' is not a list`);
  // Where nothing was set, what is added joins the default.
  const items = namedConfigValue(config, settings, name)
    .split(',')
    .filter((it) => it !== '');
  const given = value.split(',');
  config[name] =
    change.operation === operation.append
      ? [...new Set([...items, ...given])].join(',')
      : items.filter((it) => !given.includes(it)).join(',');
};
