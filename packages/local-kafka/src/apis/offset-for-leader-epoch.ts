import { checkLeaderEpoch, leaderEpoch } from '../log/leader-epoch.js';
import { int16, int32, int64, since, struct, throttleMs, topicsOf } from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { codeOf, defineApi, perPartition } from './api.js';

/** Says where a leader's epoch ended, so that a client finds out whether its log was cut. Here none ever was. */
export const offsetForLeaderEpoch = defineApi({
  key: 23,
  name: 'OffsetForLeaderEpoch',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 4,
  request: struct({
    replicaId: since(3, int32, -1),
    topics: topicsOf({ index: int32, currentEpoch: since(2, int32, -1), epoch: int32 }),
  }),
  response: struct({
    throttleMs: since(2, throttleMs, 0),
    topics: topicsOf({ code: int16, index: int32, epoch: since(1, int32, -1), endOffset: int64 }),
  }),
  handle: (broker, { topics }) => ({
    throttleMs: 0,
    topics: perPartition(topics, (topic, { index, currentEpoch, epoch }) => {
      let end = 0;
      const absent = codeOf(() => {
        end = broker.topics.needPartition(topic, index).highWatermark;
      });
      const code = absent === ErrorCode.none ? checkLeaderEpoch(currentEpoch) : absent;
      if (code !== ErrorCode.none || epoch !== leaderEpoch) return unknown(index, code);
      return { code, index, epoch, endOffset: end };
    }),
  }),
  failed: ({ topics }, code) => ({
    throttleMs: 0,
    topics: perPartition(topics, (_topic, { index }) => unknown(index, code)),
  }),
});

const unknown = (index: number, code: number) => ({ code, index, epoch: -1, endOffset: -1 });
