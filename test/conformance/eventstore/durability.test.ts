import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from '@bellhop/local-process';
import { createRandom } from '@bellhop/local-process/soak';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { binary, noted, notedFrom, numbersOf } from './support/new-event.js';
import { serverMain } from './support/server.js';
import { type StoreClient, storeClient } from './support/store-client.js';

let dataDir: string;
let running: ServerProcess | undefined;
let client: StoreClient | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'conformance-eventstore-durability-'));
});

afterEach(async () => {
  await stop('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

const dataFile = (): string => join(dataDir, 'events.lmdb');

async function start(): Promise<StoreClient> {
  running = await startServerProcess({ main: serverMain, dataDir });
  client = storeClient(
    EventStoreDBClient.connectionString(`esdb://127.0.0.1:${running.port}?tls=false`),
    'expectedRevision',
  );
  return client;
}

async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  await client?.dispose();
  await running?.end(signal);
  client = undefined;
  running = undefined;
}

/** What the server writes to stderr where it refuses the folder; it has to be one line. */
function refusalOfStart(): string {
  const { status, stderr } = spawnSync(process.execPath, [serverMain, '--data', dataDir, '--port', '0'], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect({ status, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 1, lines: 1 });
  return stderr;
}

function writeAt(at: number, byte: number): void {
  const file = openSync(dataFile(), 'r+');
  writeSync(file, Uint8Array.of(byte), 0, 1, at);
  closeSync(file);
}

/** Flips one bit of each place in the file where this text stands. */
function flip(text: string): void {
  const bytes = readFileSync(dataFile());
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) writeAt(at, bytes[at]! ^ 1);
}

const markedEvent = (mark: string) => binary(Buffer.from(`${mark} ${'x'.repeat(100)}`));

describe('damaged data', () => {
  test('bytes that change under a running server end reads and subscriptions with DATA_LOSS', async () => {
    const store = await start();
    await store.append('whole', notedFrom(0, 5));
    await store.append('damaged', [noted(0)]);
    await store.append('damaged', [markedEvent('MARKED-RECORD')]);
    flip('MARKED-RECORD');
    const dataLoss = { code: 15, message: expect.stringContaining('restore it from a copy') };
    await expect(store.read('damaged')).rejects.toMatchObject(dataLoss);
    await expect(store.readAll()).rejects.toMatchObject(dataLoss);
    expect(await store.subscribe('damaged').dropped).toMatchObject(dataLoss);
    expect(numbersOf(await store.read('whole'))).toEqual([0, 1, 2, 3, 4]);
    expect(numbersOf(await store.read('damaged', { maxCount: 1 }))).toEqual([0]);
  });

  test('bytes that changed while the server was stopped are told at its start', async () => {
    const store = await start();
    await store.append('damaged', [markedEvent('MARKED-RECORD')]);
    await stop('SIGTERM');
    flip('MARKED-RECORD');
    expect(refusalOfStart()).toMatch(/record at position \d+ .*restore it from a copy/);
  });

  test.each([0.25, 0.5, 0.9])('a file cut to %d of its length is refused at start', async (part) => {
    const store = await start();
    for (let n = 0; n < 20; n += 1) await store.append('s', notedFrom(n * 100, 100));
    await stop('SIGTERM');
    truncateSync(dataFile(), Math.floor(statSync(dataFile()).size * part));
    expect(refusalOfStart()).toMatch(/has \d+ bytes of the \d+ that were written/);
  });

  test('a file of something else is refused at start, and left as it is', () => {
    writeFileSync(dataFile(), 'not a data file of this server '.repeat(1_000));
    const before = readFileSync(dataFile());
    expect(refusalOfStart()).toContain('is not a data file of this server');
    expect(readFileSync(dataFile()).equals(before)).toBe(true);
  });

  test('bytes flipped anywhere in the file never make other events than were written', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 0x7fffffff);
    console.info(`flipped bytes: SEED=${seed}`);
    const random = createRandom(seed);
    const written = await start();
    for (let n = 0; n < 20; n += 1) await written.append('s', notedFrom(n * 50, 50));
    await stop('SIGTERM');
    const whole = join(dataDir, 'whole');
    copyFileSync(dataFile(), whole);
    const { length } = readFileSync(whole);
    const outcomes = { refused: 0, failed: 0, same: 0 };
    for (let round = 0; round < 15; round += 1) {
      copyFileSync(whole, dataFile());
      for (let flips = 0; flips < 2; flips += 1)
        writeAt(Math.floor(random() * length), Math.floor(random() * 256));
      outcomes[await readingOutcome()] += 1;
      await stop('SIGKILL');
    }
    console.info(JSON.stringify(outcomes));
  });
});

async function readingOutcome(): Promise<'refused' | 'failed' | 'same'> {
  const store = await start().catch(() => undefined);
  if (store === undefined) return 'refused';
  const events = await store.read('s').catch(() => undefined);
  if (events === undefined) return 'failed';
  expect(numbersOf(events)).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
  return 'same';
}

/** Leaves no room at all beside what is there. */
function fillUp(): void {
  const { bavail, bsize } = statfsSync(dataDir);
  appendFileSync(join(dataDir, 'ballast'), Buffer.alloc(bavail * bsize));
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

(mayMount ? describe : describe.skip)(
  `a full disk${mayMount ? '' : ' (skipped because only root can mount a small one)'}`,
  () => {
    beforeEach(() => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dataDir]);
      writeFileSync(join(dataDir, 'ballast'), Buffer.alloc(3_000_000));
    });

    afterEach(async () => {
      await stop('SIGKILL');
      execFileSync('umount', [dataDir]);
    });

    test.each([
      ['BatchAppend', {}],
      ['Append', { credentials: { username: 'admin', password: 'changeit' } }],
    ])(
      'refuses %s with RESOURCE_EXHAUSTED, goes on reading, and takes more once there is room',
      async (_method, options) => {
        const store = await start();
        const filling = { text: 'x'.repeat(100_000) };
        let acknowledged = 0;
        const fault: unknown = await (async () => {
          for (;;) {
            await store.append('kept', [{ ...noted(acknowledged), metadata: filling } as never], options);
            acknowledged += 1;
          }
        })().catch((error: unknown) => error);
        expect(fault).toMatchObject({ message: expect.stringContaining('bytes are free there') });
        expect(acknowledged).toBeGreaterThan(10);
        const expected = Array.from({ length: acknowledged }, (_, n) => n);
        expect(numbersOf(await store.read('kept'))).toEqual(expected);
        rmSync(join(dataDir, 'ballast'));
        const after = await store.append('kept', [noted(acknowledged)], options);
        expect(after.revision).toBe(BigInt(acknowledged));
        await stop('SIGKILL');
        const again = await start();
        expect(numbersOf(await again.read('kept'))).toEqual([...expected, acknowledged]);
      },
    );

    test('is told at start where not even a new file fits', () => {
      fillUp();
      expect(refusalOfStart()).toMatch(/space|data folder/i);
    });

    test('lets a server start on what it holds already', async () => {
      const store = await start();
      await store.append('kept', notedFrom(0, 3));
      await stop('SIGTERM');
      fillUp();
      const again = await start();
      expect(numbersOf(await again.read('kept'))).toEqual([0, 1, 2]);
      await expect(again.append('kept', [noted(3), markedEvent('x'.repeat(200_000))])).rejects.toThrow();
      expect(await again.read('kept')).toHaveLength(3);
    });
  },
);
