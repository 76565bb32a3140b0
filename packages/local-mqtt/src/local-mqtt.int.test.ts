import { type ChildProcess, fork } from 'node:child_process';
import { type EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type IClientOptions, type MqttClient, connect as mqttConnect } from 'mqtt';
import { DataFolderInUseError, type LocalMqtt, startLocalMqtt } from './index.js';

let dataDir: string;
const clients: MqttClient[] = [];
let server: LocalMqtt | undefined;
let child: ChildProcess | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-mqtt-'));
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.endAsync(true)));
  await server?.close();
  server = undefined;
  child?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

interface Inbox {
  readonly client: MqttClient;
  /** Resolves with the first `count` messages that have come since the connection was made. */
  take(count: number): Promise<string[]>;
}

async function connect(port: number, options: IClientOptions = {}): Promise<Inbox> {
  const received: string[] = [];
  // What was queued comes right behind the CONNACK, so the listener must be there before.
  const client = mqttConnect(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0, ...options });
  clients.push(client);
  client.on('message', (_topic, payload) => received.push(payload.toString('latin1')));
  // mqtt types its events more narrowly than Node's own emitter.
  const emitter = client as unknown as EventEmitter;
  await once(emitter, 'connect');
  return {
    client,
    async take(count) {
      while (received.length < count) await once(emitter, 'message');
      return received.slice(0, count);
    },
  };
}

const persistent = (clientId: string): IClientOptions => ({ clientId, clean: false });

async function subscribeAndLeave(
  port: number,
  clientId: string,
  topic: string,
  qos: 0 | 1 | 2 = 1,
): Promise<void> {
  const { client } = await connect(port, persistent(clientId));
  await client.subscribeAsync(topic, { qos });
  await client.endAsync();
}

async function startChild(): Promise<number> {
  child = fork(join(__dirname, '../dist/main.js'), ['--data', dataDir, '--port', '0'], { silent: true });
  const [ready] = (await once(child, 'message')) as [{ type: string; port: number }];
  expect(ready.type).toBe('ready');
  return ready.port;
}

async function kill(): Promise<void> {
  const exited = once(child!, 'exit');
  child!.kill('SIGKILL');
  await exited;
}

describe('a local MQTT broker', () => {
  test('delivers to who is there, by filter, with binary payloads', async () => {
    server = await startLocalMqtt({ dataDir });
    const subscriber = await connect(server.port);
    await subscriber.client.subscribeAsync(['rooms/+/fault', 'rooms/1/#'], { qos: 1 });
    const publisher = await connect(server.port);
    await publisher.client.publishAsync('rooms/2/temperature', 'not asked for', { qos: 1 });
    await publisher.client.publishAsync('rooms/2/fault', Buffer.from([0, 255, 10]), { qos: 1 });
    await publisher.client.publishAsync('rooms/1/temperature', 'warm', { qos: 0 });
    expect(await subscriber.take(2)).toEqual(['\u0000\u00ff\n', 'warm']);
  });

  test('keeps retained messages and forgets those that are cleared', async () => {
    server = await startLocalMqtt({ dataDir });
    const { client } = await connect(server.port);
    await client.publishAsync('rooms/1/setpoint', '21', { qos: 1, retain: true });
    await client.publishAsync('rooms/2/setpoint', '19', { qos: 1, retain: true });
    await client.publishAsync('rooms/2/setpoint', '', { qos: 1, retain: true });
    await server.close();
    server = await startLocalMqtt({ dataDir });
    const later = await connect(server.port);
    await later.client.subscribeAsync('rooms/#', { qos: 1 });
    await later.client.publishAsync('rooms/3/setpoint', 'live', { qos: 1 });
    expect(await later.take(2)).toEqual(['21', 'live']);
  });

  test('leaves out what an unsubscribed or clean session would have got', async () => {
    server = await startLocalMqtt({ dataDir });
    const { client } = await connect(server.port, persistent('gone'));
    await client.subscribeAsync(['a/+', 'a/b'], { qos: 1 });
    await client.unsubscribeAsync('a/+');
    await client.endAsync();
    const publisher = await connect(server.port);
    await publisher.client.publishAsync('a/c', 'no', { qos: 1 });
    await publisher.client.publishAsync('a/b', 'yes', { qos: 1 });
    const back = await connect(server.port, persistent('gone'));
    expect(await back.take(1)).toEqual(['yes']);
    await back.client.endAsync();
    await publisher.client.publishAsync('a/b', 'dropped by the clean session', { qos: 1 });
    await (await connect(server.port, { clientId: 'gone', clean: true })).client.endAsync();
    const again = await connect(server.port, persistent('gone'));
    await again.client.subscribeAsync('a/b', { qos: 1 });
    await publisher.client.publishAsync('a/b', 'live', { qos: 1 });
    expect(await again.take(1)).toEqual(['live']);
  });

  test('refuses a folder that another broker holds', async () => {
    server = await startLocalMqtt({ dataDir });
    await expect(startLocalMqtt({ dataDir })).rejects.toThrow(DataFolderInUseError);
  });
});

describe('a killed local MQTT broker', () => {
  test.each([1, 2] as const)(
    'delivers every QoS %i message that it acknowledged, once and in order, over several kills',
    async (qos) => {
      await subscribeAndLeave(await startChild(), 'recorder', 'rooms/#', qos);
      await kill();
      const sent: string[] = [];
      for (let round = 0; round < 5; round++) {
        const { client } = await connect(await startChild());
        for (let index = 0; index < 20; index++) {
          sent.push(`${round}.${index}`);
          await client.publishAsync(`rooms/${index}/fault`, sent.at(-1)!, { qos });
        }
        await kill();
      }
      const port = await startChild();
      const recorder = await connect(port, persistent('recorder'));
      expect(await recorder.take(sent.length)).toEqual(sent);
      await recorder.client.endAsync();
      const again = await connect(port, persistent('recorder'));
      const { client } = await connect(port);
      await client.publishAsync('rooms/1/fault', 'after', { qos });
      expect(await again.take(1)).toEqual(['after']);
      const exited = once(child!, 'exit');
      child!.kill('SIGTERM');
      expect(await exited).toEqual([0, null]);
    },
  );

  test('hands what was unacknowledged to the subscriber again', async () => {
    const port = await startChild();
    const held = await connect(port, { ...persistent('slow'), customHandleAcks: () => undefined });
    await held.client.subscribeAsync('rooms/#', { qos: 1 });
    const { client } = await connect(port);
    await client.publishAsync('rooms/1/fault', 'once more', { qos: 1 });
    await held.take(0);
    await kill();
    const back = await connect(await startChild(), persistent('slow'));
    expect(await back.take(1)).toEqual(['once more']);
  });
});
