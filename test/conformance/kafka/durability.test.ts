import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type BrokerUnderTest, brokerMain, startBroker } from './broker-under-test.js';
import { commitOffsets } from './commit-offsets.js';
import { consumeUntil } from './consume.js';
import { produce } from './produce.js';

let dataDir: string;
let broker: BrokerUnderTest | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'conformance-kafka-'));
});

afterEach(async () => {
  await broker?.stop();
  broker = undefined;
  // A small disk is mounted there for some tests.
  if (isMounted(dataDir)) execFileSync('umount', [dataDir]);
  rmSync(dataDir, { recursive: true });
});

const isMounted = (folder: string): boolean =>
  process.platform === 'linux' && readFileSync('/proc/mounts', 'utf8').includes(` ${folder} `);

const dataFile = () => join(dataDir, 'data.mdb');

/** Starts a broker that must refuse to; returns what it says. */
const refusal = (): string => {
  const args = [brokerMain, '--data', dataDir, '--port', '0'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
  expect(status).toBe(1);
  return stderr;
};

const fill = async (values: string[]): Promise<void> => {
  const broker = await startBroker({ dataDir });
  await broker.admin.createTopics({ topics: [{ topic: 'kept' }] });
  for (const value of values) await produce(broker.kafka, 'kept', [value]);
  await commitOffsets(broker.kafka, 'readers', 'kept', [{ partition: 0, offset: '1', metadata: 'marked' }]);
  await broker.stop();
};

describe('a data folder', () => {
  test('that another process uses is refused by name, and free again after a kill', async () => {
    broker = await startBroker({ dataDir });
    expect(refusal()).toContain(`${dataDir} is in use by another process. Choose another with --data.`);
    await broker.restart('SIGKILL');
  });

  test('whose file is cut short is refused, and never served', async () => {
    await fill(Array.from({ length: 30 }, () => 'x'.repeat(100_000)));
    truncateSync(dataFile(), Math.round(statSync(dataFile()).size / 3));
    expect(refusal()).toMatch(/data\.mdb is truncated: it has \d+ of \d+ bytes/);
  });

  test('whose file is not a database is refused by name', async () => {
    writeFileSync(dataFile(), Buffer.alloc(100_000, 7));
    expect(refusal()).toContain(`${dataFile()} is corrupt`);
  });

  test('with a byte flipped in a record serves what is before it, and an error for the rest', async () => {
    await fill(['whole', 'the broken one', 'behind']);
    flip('the broken one');
    broker = await startBroker({ dataDir });
    expect(await readValues(broker, 1)).toEqual(['whole']);
    const [topic] = await broker.admin.fetchTopicOffsets('kept');
    expect(topic).toMatchObject({ high: '3' });
    const consumer = broker.client({ retry: { retries: 0 } }).consumer({ groupId: 'unlucky' });
    await consumer.connect();
    await consumer.subscribe({ topics: ['kept'], fromBeginning: true });
    const seen: string[] = [];
    const crash = new Promise<Error>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error));
    });
    await consumer.run({ eachMessage: async ({ message }) => void seen.push(String(message.value)) });
    expect(String(await crash)).toMatch(/failed its CRC checksum|corrupt/);
    await consumer.disconnect();
    expect(seen.filter((it) => it !== 'whole')).toEqual([]);
  });
});

const readValues = async (broker: BrokerUnderTest, count: number): Promise<string[]> => {
  const groupId = `readers-${Date.now()}`;
  const seen = await consumeUntil(broker.kafka, { topic: 'kept', count, groupId });
  return seen.slice(0, count).map((it) => String(it.value));
};

/** Flips one bit of each place in the file where this text stands. */
const flip = (text: string): void => {
  const bytes = readFileSync(dataFile());
  const file = openSync(dataFile(), 'r+');
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, at);
    byte[0]! ^= 1;
    writeSync(file, byte, 0, 1, at);
  }
  closeSync(file);
};

/** Leaves no room at all beside what is there. */
const fillUp = (): void => {
  const { bavail, bsize } = statfsSync(dataDir);
  appendFileSync(join(dataDir, 'ballast'), Buffer.alloc(bavail * bsize));
};

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

(mayMount ? describe : describe.skip)(
  `a full disk${mayMount ? '' : ' (skipped because only root can mount a small one)'}`,
  () => {
    beforeEach(() => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dataDir]);
      writeFileSync(join(dataDir, 'ballast'), Buffer.alloc(3_000_000));
    });

    test('refuses records with 56, goes on reading, and takes more once there is room', async () => {
      broker = await startBroker({ dataDir });
      await broker.admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }] });
      const hasty = broker.client({ retry: { retries: 1, initialRetryTime: 20 } });
      const producer = hasty.producer({ idempotent: true, maxInFlightRequests: 1 });
      await producer.connect();
      const send = (value: string) => producer.send({ topic: 'kept', acks: -1, messages: [{ value }] });
      let acknowledged = 0;
      const fault = await (async () => {
        for (;;) {
          await send(`${acknowledged} ${'x'.repeat(100_000)}`);
          acknowledged += 1;
        }
      })().catch((error: Error) => error);
      expect(fault).toMatchObject({ cause: { type: 'KAFKA_STORAGE_ERROR', code: 56 } });
      expect(acknowledged).toBeGreaterThan(10);
      const seen = await readValues(broker, acknowledged);
      expect(seen.map((it) => Number.parseInt(it, 10))).toEqual(
        Array.from({ length: acknowledged }, (_, n) => n),
      );
      rmSync(join(dataDir, 'ballast'));
      await send(`${acknowledged} after`);
      expect(await readValues(broker, acknowledged + 1)).toHaveLength(acknowledged + 1);
      expect(await broker.admin.fetchTopicOffsets('kept')).toMatchObject([{ high: `${acknowledged + 1}` }]);
      await producer.disconnect();
      await broker.restart('SIGKILL');
      expect(await readValues(broker, acknowledged + 1)).toHaveLength(acknowledged + 1);
    });

    test('refuses topics too, shows none of those refused, and takes them once there is room', async () => {
      broker = await startBroker({ dataDir });
      const hasty = broker.client({ retry: { retries: 0 } });
      const admin = hasty.admin();
      await admin.connect();
      await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }] });
      fillUp();
      const created: string[] = [];
      const nameOf = (n: number) => `topic-${n}-${'x'.repeat(200)}`;
      const create = (topic: string) => admin.createTopics({ waitForLeaders: false, topics: [{ topic }] });
      const fault = await (async () => {
        for (;;) {
          await create(nameOf(created.length));
          created.push(nameOf(created.length));
        }
      })().catch((error: Error) => error);
      expect(fault).toMatchObject({ errors: [{ type: 'KAFKA_STORAGE_ERROR' }] });
      expect((await admin.listTopics()).sort()).toEqual(['kept', ...created].sort());
      rmSync(join(dataDir, 'ballast'));
      await create(nameOf(created.length));
      await broker.restart('SIGKILL');
      expect(await broker.admin.listTopics()).toHaveLength(created.length + 2);
      await admin.disconnect();
    });
  },
);
