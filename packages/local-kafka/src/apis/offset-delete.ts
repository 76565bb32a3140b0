import { array, int16, int32, string, struct, throttleMs, topicsOf } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi, perPartition } from './api.js';

/** Forgets single offsets of a group; one with members is refused. */
export const offsetDelete = defineApi({
  key: 47,
  name: 'OffsetDelete',
  minVersion: 0,
  maxVersion: 0,
  request: struct({
    group: string,
    topics: array(struct({ name: string, partitions: array(struct({ index: int32 })) })),
  }),
  response: struct({ code: int16, throttleMs, topics: topicsOf({ index: int32, code: int16 }) }),
  async handle(broker, { group, topics }) {
    const state = broker.groups.find(group);
    const isKnown = state !== undefined || broker.offsets.has(group);
    if (!isKnown) return refused(ErrorCode.groupIdNotFound);
    if (state !== undefined && state.phase !== 'empty') return refused(ErrorCode.nonEmptyGroup);
    const places = topics.flatMap(({ name, partitions }) =>
      partitions.map(({ index }) => ({ topic: name, partition: index })),
    );
    await broker.store.commit(broker.offsets.stageRemoval(group, places));
    return {
      code: 0,
      throttleMs: 0,
      topics: perPartition(topics, (_topic, { index }) => ({ index, code: 0 })),
    };
  },
  failed: (_request, code) => refused(code),
});

const refused = (code: number) => ({ code, throttleMs: 0, topics: [] });
