import { describe, expect, test } from '@jest/globals';
import type { Broker } from '../apis/api.js';
import { apiVersions } from '../apis/api-versions.js';
import { listGroups } from '../apis/list-groups.js';
import { produce } from '../apis/produce.js';
import { apis } from '../apis/registry.js';
import { requestFrame } from '../conformance/raw-client.js';
import { createLoading } from '../coordinator/loading.js';
import { MalformedFrame, Reader } from '../wire/reader.js';
import { ReadMemory } from './read-memory.js';
import { handleRequest } from './request.js';

const faults: unknown[] = [];
const peer = { host: '/here', gone: new AbortController().signal, buffers: new ReadMemory(0).ofConnection() };
const supported = [...apis.values()].map(({ key, minVersion, maxVersion }) => ({
  key,
  minVersion,
  maxVersion,
}));

/** A broker that fails at whatever it is asked. */
const broken = {
  supported,
  loading: createLoading(0),
  report: (error: unknown) => faults.push(error),
  get groups(): never {
    throw new Error('boom');
  },
} as unknown as Broker;

const noName = { clientName: '', clientVersion: '' };

const send = (frame: Buffer) =>
  handleRequest(broken, frame.subarray(4), peer).then((pieces) => Buffer.concat(pieces ?? []));

describe('a request', () => {
  test('trap: whose handler throws is answered with -1, and the connection stays', async () => {
    const answer = await send(requestFrame(listGroups, 2, { states: [], types: [] }, 5));
    const reader = new Reader(answer, 2);
    expect([reader.int32(), reader.int32()]).toEqual([answer.length - 4, 5]);
    expect(listGroups.response.read(reader)).toEqual({ throttleMs: 0, code: -1, groups: [] });
    expect(faults).toEqual([expect.objectContaining({ message: 'boom' })]);
  });

  test('trap: ApiVersions of a version too high gets error 35 in the layout of version 0', async () => {
    const answer = await send(requestFrame(apiVersions, 9, noName, 9));
    const reader = new Reader(answer.subarray(8), 0);
    expect(apiVersions.response.read(reader)).toEqual({ code: 35, apis: supported, throttleMs: 0 });
    expect(reader.remaining).toBe(0);
  });

  test('trap: the header of an ApiVersions answer is the correlation id alone', async () => {
    const answer = await send(requestFrame(apiVersions, 2, noName, 77));
    expect(answer.readInt32BE(4)).toBe(77);
    expect(apiVersions.response.read(new Reader(answer.subarray(8), 2))).toMatchObject({ code: 0 });
  });

  test.each<[string, (frame: Buffer) => void]>([
    ['an unknown API', (frame) => frame.writeInt16BE(999, 4)],
    ['an unknown version', (frame) => frame.writeInt16BE(99, 6)],
  ])('of %s is malformed', (_name, change) => {
    const frame = requestFrame(listGroups, 2, { states: [], types: [] }, 5);
    change(frame);
    expect(() => send(frame)).toThrow(MalformedFrame);
  });
});

test('trap: Produce is listed from version 0, or librdkafka stops compressing (KAFKA-18659)', () => {
  expect(supported.find((it) => it.key === produce.key)).toMatchObject({ minVersion: 0 });
});

const isServed = (key: number, version: number): boolean =>
  supported.some((it) => it.key === key && it.minVersion <= version && it.maxVersion >= version);

test('the versions that kafkajs 2.2.4 chooses are served', () => {
  const chosen = {
    0: 7,
    1: 11,
    2: 3,
    3: 6,
    8: 5,
    9: 4,
    10: 2,
    11: 5,
    12: 3,
    13: 3,
    14: 3,
    15: 2,
    16: 2,
    18: 2,
    19: 3,
    20: 1,
    21: 1,
    22: 1,
    24: 1,
    25: 1,
    26: 1,
    28: 1,
    32: 2,
    33: 1,
    37: 1,
    42: 1,
  };
  const missing = Object.entries(chosen).filter(([key, version]) => !isServed(Number(key), version));
  expect(missing).toEqual([]);
});
