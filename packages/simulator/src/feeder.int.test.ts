import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Aedes } from 'aedes';
import { readConfig } from './config.js';
import { demoGroup } from './demo-group.js';
import { type FeederMessage, runFeeder } from './feeder.js';
import { simulate } from './simulate.js';

const group = demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, 7) });
const arrived: string[] = [];
let folder: string;
let ingest: Server;
let broker: Aedes;
let mqttServer: TcpServer;

const portOf = (server: Server | TcpServer) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  ingest = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    arrived.push(Buffer.concat(chunks).toString());
    response.writeHead(200).end();
  });
  broker = await Aedes.createBroker();
  broker.on('publish', (packet, client) => {
    if (client) arrived.push(packet.payload.toString());
  });
  mqttServer = createTcpServer(broker.handle);
  for (const server of [ingest, mqttServer]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
});

afterAll(async () => {
  ingest.closeAllConnections();
  ingest.close();
  await new Promise<void>((done) => broker.close(done));
  mqttServer.close();
});

beforeEach(async () => {
  arrived.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  await writeFile(join(folder, 'group.json'), JSON.stringify(group));
});

afterEach(() => rm(folder, { recursive: true }));

const environment = (changes: Record<string, string> = {}) => ({
  HOTEL_GROUP_FILE: join(folder, 'group.json'),
  INGEST_URL: `http://127.0.0.1:${portOf(ingest)}`,
  MQTT_URL: `mqtt://127.0.0.1:${portOf(mqttServer)}`,
  SIMULATOR_SEED: 'feeder',
  SIMULATOR_STATE_FILE: join(folder, 'state.json'),
  SIMULATOR_DAYS: '2',
  ...changes,
});

async function run({ stopAt, changes }: { stopAt?: number; changes?: Record<string, string> } = {}) {
  const stop = new AbortController();
  const messages: FeederMessage[] = [];
  await runFeeder({
    config: readConfig(environment(changes)),
    signal: stop.signal,
    tell(message) {
      messages.push(message);
      if (message.type === 'progress' && message.delivered >= (stopAt ?? Number.POSITIVE_INFINITY))
        stop.abort();
    },
  });
  return messages;
}

const state = async () => JSON.parse(await readFile(join(folder, 'state.json'), 'utf8'));

describe('the feeder', () => {
  test('delivers the days asked for, and says how far it is', async () => {
    const messages = await run();
    const { startsAt, delivered } = await state();
    const all = [...simulate({ seed: 'feeder', group, startsAt, days: 2 })];
    expect(delivered).toBe(all.length);
    expect([...arrived].sort()).toEqual(all.map(({ body }) => body.toString()).sort());
    expect(messages[0]).toEqual({ type: 'ready' });
    expect(messages.at(-2)).toMatchObject({ type: 'progress', delivered, total: all.length });
    expect(messages.at(-1)).toEqual({ type: 'done' });
    expect(await readdir(folder)).toEqual(['group.json', 'state.json']);
  });

  test('goes on where it was stopped, with the same history', async () => {
    const messages = await run({ stopAt: 1 });
    expect(messages.map(({ type }) => type)).not.toContain('done');
    const before = await state();
    expect(before.delivered).toBeGreaterThan(0);
    const toStop = arrived.length;
    await run();
    const after = await state();
    const all = [...simulate({ seed: 'feeder', group, startsAt: before.startsAt, days: 2 })];
    expect(after).toEqual({ ...before, delivered: all.length });
    expect(arrived.length - toStop).toBe(all.length - before.delivered);
    expect(new Set(arrived)).toEqual(new Set(all.map(({ body }) => body.toString())));
  });

  test('without an end it catches up to now, and waits for the clock', async () => {
    const stop = new AbortController();
    let newest = 0;
    const feeding = runFeeder({
      config: readConfig(environment({ SIMULATOR_DAYS: '' })),
      signal: stop.signal,
      tell(message) {
        if (message.type !== 'progress') return;
        newest = message.simulatedAt;
        expect(message.total).toBeUndefined();
        if (newest > Date.now() - 6 * 3_600_000) stop.abort();
      },
    });
    await feeding;
    expect(newest).toBeLessThanOrEqual(Date.now());
    expect((await state()).delivered).toBeGreaterThan(2500);
  });

  test("refuses another seed than the state file's", async () => {
    await run({ stopAt: 1 });
    await expect(run({ changes: { SIMULATOR_SEED: 'other' } })).rejects.toThrow(/SIMULATOR_SEED/);
  });
});

test('settings that do not fit are all named at once', () => {
  const bad = environment({ INGEST_URL: 'mqtt://x', SIMULATOR_DAYS: 'many', SIMULATOR_PACE: 'slowly' });
  expect(() => readConfig(bad)).toThrow(/INGEST_URL.*SIMULATOR_DAYS.*SIMULATOR_PACE/);
});
