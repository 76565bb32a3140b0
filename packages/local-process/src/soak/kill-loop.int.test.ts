import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { killRepeatedly } from './kill-loop.js';
import type { SoakedServer } from './soaked-server.js';

/** Answers each byte 'a' with 'k' once it is in its file, and '?' with the length of the file. */
const counterSource = `
  import { appendFileSync, readFileSync } from 'node:fs';
  import { createServer } from 'node:net';
  const [, dataDir, , , forget] = process.argv.slice(2);
  const file = dataDir + '/count';
  appendFileSync(file, '');
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      if (bytes.toString() === '?') return socket.end(String(readFileSync(file).length));
      if (!forget) appendFileSync(file, bytes);
      socket.write('k'.repeat(bytes.length));
    });
  });
  server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));
  process.on('disconnect', () => process.exit());
`;

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kill-loop-'));
  writeFileSync(join(dataDir, 'counter.mjs'), counterSource);
});

afterEach(() => rmSync(dataDir, { recursive: true }));

const countingServer = (args: string[]): SoakedServer => {
  const counted = { attempted: 0, acknowledged: 0 };
  return {
    name: 'counter',
    main: join(dataDir, 'counter.mjs'),
    args,
    maxLoadMs: 50,
    prepare: async () => undefined,
    async load(port) {
      const socket = connect(port, '127.0.0.1');
      const send = () => {
        counted.attempted += 1;
        socket.write('a');
      };
      socket.on('error', () => undefined).on('connect', send);
      socket.on('data', () => {
        counted.acknowledged += 1;
        send();
      });
      await once(socket, 'close');
    },
    async audit(port) {
      const socket = connect(port, '127.0.0.1');
      socket.write('?');
      const there = Number(await once(socket, 'data'));
      return {
        missing: Math.max(0, counted.acknowledged - there),
        doubled: Math.max(0, there - counted.attempted),
        torn: 0,
      };
    },
    acknowledged: () => ({ bytes: counted.acknowledged }),
  };
};

const options = { kills: 4, limitMs: 30_000, seed: 7 };

test('a server that keeps what it acknowledged is found clean after every kill', async () => {
  const result = await killRepeatedly(countingServer([]), { dataDir, ...options });
  expect(result).toMatchObject({ kills: 4, missing: 0, doubled: 0, torn: 0 });
  expect(result.acknowledged.bytes).toBeGreaterThan(0);
});

test('what a server acknowledged and forgot is found missing', async () => {
  const result = await killRepeatedly(countingServer(['forgetful']), { dataDir, ...options });
  expect(result.missing).toBeGreaterThan(0);
});

test('a server that does not start ends the soak', async () => {
  writeFileSync(join(dataDir, 'counter.mjs'), 'process.exit(3)');
  await expect(killRepeatedly(countingServer([]), { dataDir, ...options })).rejects.toThrow('ended with 3');
});
