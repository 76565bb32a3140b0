import type { Topic } from '../log/topics.js';
import { checkTopicName } from '../log/topics.js';
import {
  array,
  authorizedOperations,
  boolean,
  int16,
  int32,
  nullableArray,
  nullableString,
  nullableStringSince,
  since,
  string,
  struct,
  throttleMs,
  unknownOperations,
  uuid,
  versions,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, codeOf, defineApi } from './api.js';
import { operationsFor } from './authorized-operations.js';

/**
 * Names the one broker and the topics asked for, by name or from version 10 by id (all of them for null, or in version
 * 0 for an empty list). An unknown topic is created where both the setting and the client allow it.
 */
export const metadata = defineApi({
  key: 3,
  name: 'Metadata',
  minVersion: 0,
  maxVersion: 12,
  flexibleSince: 9,
  isBulky: true,
  request: struct({
    topics: nullableArray(struct({ topicId: since(10, uuid, ''), name: nullableStringSince(10) })),
    allowAutoTopicCreation: since(4, boolean, true),
    includeClusterOperations: versions(8, 10, boolean, false),
    includeTopicOperations: since(8, boolean, false),
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
        name: nullableStringSince(12),
        topicId: since(10, uuid, ''),
        isInternal: since(1, boolean, false),
        partitions: array(
          struct({
            code: int16,
            index: int32,
            leader: int32,
            leaderEpoch: since(7, int32, -1),
            replicas: array(int32),
            inSyncReplicas: array(int32),
            offlineReplicas: since(5, array(int32), []),
          }),
        ),
        operations: since(8, authorizedOperations, unknownOperations),
      }),
    ),
    clusterOperations: versions(8, 10, authorizedOperations, unknownOperations),
  }),
  async handle(broker, request, { version }) {
    const wantsAll = request.topics === null || (version === 0 && request.topics.length === 0);
    const operations = operationsFor('topic', request.includeTopicOperations);
    const show = (topic: Topic) => ({ ...present(broker, topic), operations });
    const envelope = {
      ...cluster(broker),
      clusterOperations: operationsFor('cluster', request.includeClusterOperations),
    };
    if (wantsAll) return { ...envelope, topics: broker.topics.all().map(show) };
    const creations: Promise<void>[] = [];
    const mayCreate = broker.settings['auto.create.topics.enable'] && request.allowAutoTopicCreation;
    const topics = unique(request.topics ?? []).map(({ name, topicId }) => {
      if (name === null) {
        const topic = broker.topics.findById(topicId);
        return topic === undefined ? { ...absent(null, ErrorCode.unknownTopicId), topicId } : show(topic);
      }
      const invalid = codeOf(() => {
        checkTopicName(name);
        if (mayCreate && broker.topics.find(name) === undefined) creations.push(broker.topics.create(name));
      });
      if (invalid !== ErrorCode.none) return absent(name, invalid);
      const topic = broker.topics.find(name);
      return topic === undefined ? absent(name, ErrorCode.unknownTopicOrPartition) : show(topic);
    });
    await Promise.all(creations);
    return { ...envelope, topics };
  },
  failed: (request, code) => ({
    throttleMs: 0,
    brokers: [],
    clusterId: null,
    controllerId: -1,
    topics: (request.topics ?? []).map(({ name }) => absent(name, code)),
    clusterOperations: unknownOperations,
  }),
});

const unique = (topics: { name: string | null; topicId: string }[]) => [
  ...new Map(topics.map((it) => [it.name ?? `id ${it.topicId}`, it])).values(),
];

const absent = (name: string | null, code: number) => ({
  code,
  name,
  topicId: '',
  isInternal: false,
  partitions: [],
  operations: unknownOperations,
});

const present = ({ nodeId }: Broker, topic: Topic) => ({
  code: 0,
  name: topic.name,
  topicId: topic.uuid,
  isInternal: false,
  partitions: topic.partitions.map((_, index) => ({
    code: 0,
    index,
    leader: nodeId,
    leaderEpoch: 0,
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
