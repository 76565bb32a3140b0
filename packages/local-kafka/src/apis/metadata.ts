import type { Topic } from '../log/topics.js';
import { checkTopicName } from '../log/topics.js';
import {
  array,
  boolean,
  int16,
  int32,
  nullableArray,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, codeOf, defineApi } from './api.js';

/**
 * Names the one broker and the topics asked for (all of them for null, or in version 0 for an empty list). An unknown
 * topic is created where both the setting and the client allow it.
 */
export const metadata = defineApi({
  key: 3,
  name: 'Metadata',
  minVersion: 0,
  maxVersion: 6,
  request: struct({
    topics: nullableArray(string),
    allowAutoTopicCreation: since(4, boolean, true),
  }),
  response: struct({
    throttleMs: since(3, throttleMs, 0),
    brokers: array(
      struct({ nodeId: int32, host: string, port: int32, rack: since(1, nullableString, null) }),
    ),
    clusterId: since(2, nullableString, null),
    controllerId: since(1, int32, 0),
    topics: array(
      struct({
        code: int16,
        name: string,
        isInternal: since(1, boolean, false),
        partitions: array(
          struct({
            code: int16,
            index: int32,
            leader: int32,
            replicas: array(int32),
            inSyncReplicas: array(int32),
            offlineReplicas: since(5, array(int32), []),
          }),
        ),
      }),
    ),
  }),
  async handle(broker, request, { version }) {
    const wantsAll = request.topics === null || (version === 0 && request.topics.length === 0);
    const names = wantsAll ? broker.topics.all().map((it) => it.name) : [...new Set(request.topics)];
    const creations: Promise<void>[] = [];
    const topics = names.map((name) => {
      const mayCreate = broker.settings.autoCreateTopics && request.allowAutoTopicCreation;
      const invalid = codeOf(() => checkTopicName(name));
      if (invalid !== ErrorCode.none) return absent(name, invalid);
      if (mayCreate && broker.topics.find(name) === undefined) creations.push(broker.topics.create(name));
      const topic = broker.topics.find(name);
      return topic === undefined ? absent(name, ErrorCode.unknownTopicOrPartition) : present(broker, topic);
    });
    await Promise.all(creations);
    return { ...cluster(broker), topics };
  },
  failed: (request, code) => ({
    throttleMs: 0,
    brokers: [],
    clusterId: null,
    controllerId: -1,
    topics: (request.topics ?? []).map((name) => absent(name, code)),
  }),
});

const absent = (name: string, code: number) => ({ code, name, isInternal: false, partitions: [] });

const present = ({ nodeId }: Broker, topic: Topic) => ({
  code: 0,
  name: topic.name,
  isInternal: false,
  partitions: topic.partitions.map((_, index) => ({
    code: 0,
    index,
    leader: nodeId,
    replicas: [nodeId],
    inSyncReplicas: [nodeId],
    offlineReplicas: [],
  })),
});

const cluster = ({ nodeId, address, clusterId }: Broker) => ({
  throttleMs: 0,
  brokers: [{ nodeId, ...address, rack: null }],
  clusterId,
  controllerId: nodeId,
});
