import type { CommittedOffset } from '../coordinator/offsets.js';
import {
  int16,
  int32,
  int64,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  topicsOf,
  versions,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { type Broker, defineApi, perPartition } from './api.js';
import { checkGroupId } from './group-id.js';

/** Keeps a group's offsets, with a text beside each. Only members of the current generation may, while there are any. */
export const offsetCommit = defineApi({
  key: 8,
  name: 'OffsetCommit',
  minVersion: 2,
  maxVersion: 9,
  flexibleSince: 8,
  request: struct({
    group: string,
    generation: int32,
    memberId: string,
    instanceId: since(7, nullableString, null),
    retentionMs: versions(2, 4, int64, -1),
    topics: topicsOf({
      index: int32,
      offset: int64,
      leaderEpoch: since(6, int32, -1),
      metadata: nullableString,
    }),
  }),
  response: struct({
    throttleMs: since(3, throttleMs, 0),
    topics: topicsOf({ index: int32, code: int16 }),
  }),
  async handle(broker, request) {
    checkGroupId(request.group);
    const refusal = broker.groups.checkCommit(request.group, request, request.generation);
    const entries: CommittedOffset[] = [];
    const topics = perPartition(request.topics, (topic, { index, offset, leaderEpoch, metadata }) => {
      const code = refusal !== ErrorCode.none ? refusal : checkOffset(broker, topic, index, metadata);
      if (code === ErrorCode.none)
        entries.push({ topic, partition: index, offset, leaderEpoch, metadata: metadata ?? '' });
      return { index, code };
    });
    await broker.store.commit(broker.offsets.stage(request.group, entries));
    return { throttleMs: 0, topics };
  },
  failed: (request, code) => ({
    throttleMs: 0,
    topics: perPartition(request.topics, (_topic, { index }) => ({ index, code })),
  }),
});

/** Why an offset can't be kept, or none. */
export const checkOffset = (
  broker: Broker,
  topic: string,
  index: number,
  metadata: string | null,
): ErrorCode => {
  if (broker.topics.find(topic)?.partitions[index] === undefined) return ErrorCode.unknownTopicOrPartition;
  const isTooLong = Buffer.byteLength(metadata ?? '') > broker.settings['offset.metadata.max.bytes'];
  return isTooLong ? ErrorCode.offsetMetadataTooLarge : ErrorCode.none;
};
