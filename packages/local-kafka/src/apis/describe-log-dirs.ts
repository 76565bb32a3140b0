import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { bytesIn } from '../log/log-scan.js';
import {
  array,
  boolean,
  int16,
  int32,
  int64,
  nullableArray,
  since,
  string,
  struct,
  throttleMs,
} from '../wire/codec.js';
import { type Broker, defineApi, distinctPartitions } from './api.js';

/**
 * Tells how many bytes the batches of partitions have, all of them in the one folder of the data. They are counted anew
 * each time. LMDB needs some more for them; what the disk has left is told from version 4 on.
 */
export const describeLogDirs = defineApi({
  key: 35,
  name: 'DescribeLogDirs',
  minVersion: 0,
  maxVersion: 4,
  flexibleSince: 2,
  isBulky: true,
  request: struct({ topics: nullableArray(struct({ name: string, partitions: array(int32) })) }),
  response: struct({
    throttleMs,
    code: since(3, int16, 0),
    dirs: array(
      struct({
        code: int16,
        path: string,
        topics: array(
          struct({
            name: string,
            partitions: array(struct({ index: int32, size: int64, lag: int64, isFuture: boolean })),
          }),
        ),
        totalBytes: since(4, int64, -1),
        usableBytes: since(4, int64, -1),
      }),
    ),
  }),
  async handle(broker, request) {
    const wanted = request.topics === null ? everything(broker) : distinctPartitions(request.topics);
    const topics = [];
    for (const { name, partitions } of wanted)
      topics.push({ name, partitions: await sizesOf(broker, name, partitions) });
    const { dataDir } = broker.store;
    const { bsize, blocks, bavail } = await statfs(dataDir);
    const room = { totalBytes: blocks * bsize, usableBytes: bavail * bsize };
    return { throttleMs: 0, code: 0, dirs: [{ code: 0, path: resolve(dataDir), topics, ...room }] };
  },
  failed: (_request, code) => ({ throttleMs: 0, code, dirs: [] }),
});

const everything = ({ topics }: Broker) =>
  topics.all().map(({ name, partitions }) => ({ name, partitions: partitions.map((_, index) => index) }));

/** Partitions that do not exist are left out, as in Kafka. */
const sizesOf = async (broker: Broker, topic: string, indexes: number[]) => {
  const sizes: { index: number; size: number; lag: number; isFuture: boolean }[] = [];
  for (const index of indexes) {
    const partition = broker.topics.find(topic)?.partitions[index];
    if (partition === undefined) continue;
    const { place, logStart: from, highWatermark: to } = partition;
    sizes.push({ index, size: await bytesIn(broker.store, { place, from, to }), lag: 0, isFuture: false });
  }
  return sizes;
};
