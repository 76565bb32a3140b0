import { checkTopicConfig } from '../log/topic-config.js';
import { array, boolean, int8, int16, nullableString, string, struct, throttleMs } from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';
import { answerOf, defineApi } from './api.js';
import { resourceType } from './describe-configs.js';

/** Replaces the configs of topics: what is not named goes back to its default. A broker's come from its command line. */
export const alterConfigs = defineApi({
  key: 33,
  name: 'AlterConfigs',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: struct({
    resources: array(
      struct({ type: int8, name: string, configs: array(struct({ name: string, value: nullableString })) }),
    ),
    validateOnly: boolean,
  }),
  response: struct({
    throttleMs,
    resources: array(struct({ code: int16, message: nullableString, type: int8, name: string })),
  }),
  async handle(broker, { resources, validateOnly }) {
    const changes: Promise<void>[] = [];
    const results = resources.map(({ type, name, configs }) => {
      try {
        if (type !== resourceType.topic) {
          throw new ProtocolError(ErrorCode.invalidRequest, 'only the configs of topics can be altered');
        }
        broker.topics.need(name);
        const config = checkTopicConfig(configs);
        if (!validateOnly) changes.push(broker.topics.configure(name, config));
        return { code: 0, message: null, type, name };
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error;
        return { ...answerOf(error), type, name };
      }
    });
    await Promise.all(changes);
    return { throttleMs: 0, resources: results };
  },
  failed: ({ resources }, code) => ({
    throttleMs: 0,
    resources: resources.map(({ type, name }) => ({ code, message: null, type, name })),
  }),
});
