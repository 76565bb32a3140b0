import type { Staged } from '../log/partition.js';
import { int16, int32, int64, struct, throttleMs, topicsOf } from '../wire/codec.js';
import { codeOf, defineApi, perPartition } from './api.js';

/** Deletes everything before an offset (−1: the high watermark). Whole batches go; readers start at the offset. */
export const deleteRecords = defineApi({
  key: 21,
  name: 'DeleteRecords',
  minVersion: 0,
  maxVersion: 2,
  flexibleSince: 2,
  request: struct({ topics: topicsOf({ index: int32, offset: int64 }), timeoutMs: int32 }),
  response: struct({ throttleMs, topics: topicsOf({ index: int32, lowWatermark: int64, code: int16 }) }),
  async handle(broker, request) {
    const staged: Staged[] = [];
    const topics = perPartition(request.topics, (topic, { index, offset }) => {
      let lowWatermark = -1;
      const code = codeOf(() => {
        const deletion = broker.topics.needPartition(topic, index).deleteBefore(offset, broker.store);
        lowWatermark = deletion.baseOffset;
        staged.push(deletion);
      });
      return { index, lowWatermark, code };
    });
    await broker.store.commit(staged.flatMap((it) => it.writes));
    for (const it of staged) it.publish();
    return { throttleMs: 0, topics };
  },
  failed: (request, code) => ({
    throttleMs: 0,
    topics: perPartition(request.topics, (_topic, { index }) => ({ index, lowWatermark: -1, code })),
  }),
});
