import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type CompiledMain, compileMain } from './testing/main-process.js';
import { noted, numbersOf } from './testing/running-store.js';

let main: CompiledMain;
let dataDir: string;
beforeAll(() => {
  main = compileMain();
});
afterAll(() => main.remove());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-eventstore-main-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

test.each(['SIGTERM', 'SIGINT', 'disconnect'] as const)(
  'the process stops cleanly on %s with its data kept',
  async (reason) => {
    const first = main.start(['--port', '0', '--data', dataDir]);
    const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${await first.ready}?tls=false`);
    await client.appendToStream('s', noted(1));
    if (reason === 'disconnect') first.process.disconnect();
    else first.process.kill(reason);
    const { code, stdout, stderr } = await first.ended;
    expect({ code, stderr, lines: stdout.trimEnd().split('\n').length }).toEqual({
      code: 0,
      stderr: '',
      lines: 1,
    });
    await client.dispose();
    const second = main.start(['--port', '0', '--data', dataDir]);
    const again = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${await second.ready}?tls=false`);
    expect(await numbersOf(again.readStream('s'))).toEqual([1]);
    await again.dispose();
    second.process.kill('SIGTERM');
    await second.ended;
  },
);

test('a data folder in use is one line on stderr that names the folder and the flag', async () => {
  const first = main.start(['--port', '0', '--data', dataDir]);
  await first.ready;
  const { code, stderr } = await main.start(['--port', '0', '--data', dataDir]).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(dataDir);
  expect(stderr).toMatch(/^local-eventstore: .*--data\.\n$/);
  first.process.kill('SIGTERM');
  await first.ended;
});

test('a port in use is one line on stderr that names the port and the flag', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const address = squatter.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const { code, stderr } = await main.start(['--port', port, '--data', dataDir]).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} `);
  expect(stderr).toMatch(/^local-eventstore: .*--port\.\n$/);
  await new Promise((resolve) => squatter.close(resolve));
});

test('a missing flag is one line on stderr that names it', async () => {
  const { code, stderr } = await main.start([]).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^local-eventstore: .*--data.*\n$/);
});

test('a certificate that can not be used is one line on stderr that names its file', async () => {
  const file = join(dataDir, 'no-certificate.pem');
  const args = ['--set', `certificateFile=${file}`, '--set', `certificatePrivateKeyFile=${file}`];
  const { code, stderr } = await main.start(['--port', '0', '--data', dataDir, ...args]).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(file);
  expect(stderr).toMatch(/^local-eventstore: .*\n$/);
});
