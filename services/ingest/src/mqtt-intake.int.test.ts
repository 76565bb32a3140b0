import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalMqtt, startLocalMqtt } from '@bellhop/local-mqtt';
import { createLogger } from '@bellhop/runtime';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectAsync, type MqttClient } from 'mqtt';
import { createTestOutbox, group, MemoryProducer, NOW } from './ingest.fixture.js';
import { startMqttIntake } from './mqtt-intake.js';

const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-mqtt-'));
let broker: LocalMqtt;
let device: MqttClient;
beforeAll(async () => {
  broker = await startLocalMqtt({ dataDir });
  device = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { clientId: 'a-device' });
});
afterAll(async () => {
  await device.endAsync();
  await broker.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Kafka whose attempts can be awaited. */
class WatchedProducer extends MemoryProducer {
  readonly #attempts = new EventEmitter();
  override onAttempt = () => {
    setImmediate(() => this.#attempts.emit('attempt'));
  };

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await once(this.#attempts, 'attempt');
  }
}

const intakeOf = (producer: MemoryProducer) =>
  startMqttIntake({
    url: `mqtt://127.0.0.1:${broker.port}`,
    group,
    outbox: createTestOutbox(producer).outbox,
    logger: createLogger('ingest', 'silent'),
    now: () => NOW,
  });

/** Not what a Shelly sends, so that it is kept as it is. */
const publish = (text: string) =>
  device.publishAsync('hotel/shelly/shellyplus1-f008d1d8b8b8/events/rpc', text, { qos: 1 });
const textsIn = (producer: MemoryProducer) =>
  producer.quarantined().map(({ payload }) => Buffer.from(payload).toString());

describe('the intake of MQTT', () => {
  test('takes what devices publish, and what they published while it was away', async () => {
    const producer = new WatchedProducer();
    const first = await intakeOf(producer);
    await publish('not JSON 1');
    await producer.until(() => textsIn(producer).length === 1);
    await first.close();
    await publish('not JSON 2');
    await publish('not JSON 3');
    const second = await intakeOf(producer);
    await producer.until(() => textsIn(producer).length === 3);
    await second.close();
    expect(textsIn(producer).sort()).toEqual(['not JSON 1', 'not JSON 2', 'not JSON 3']);
    expect(producer.quarantined()[0]).toMatchObject({
      code: 'malformed-payload',
      vendor: 'shelly',
      origin: 'hotel/shelly/shellyplus1-f008d1d8b8b8/events/rpc',
      receivedAt: NOW,
    });
  });

  test('acknowledges only what Kafka took: the broker delivers it until it has', async () => {
    const producer = new WatchedProducer();
    producer.isAway = true;
    let attempts = 0;
    const note = producer.onAttempt;
    producer.onAttempt = () => {
      attempts += 1;
      note();
    };
    const first = await intakeOf(producer);
    await publish('not JSON 4');
    await producer.until(() => attempts >= 2);
    await first.close();
    expect(textsIn(producer)).toEqual([]);
    producer.isAway = false;
    const second = await intakeOf(producer);
    await producer.until(() => textsIn(producer).length === 1);
    await second.close();
    const third = await intakeOf(producer);
    await publish('not JSON 5');
    await producer.until(() => textsIn(producer).length === 2);
    await third.close();
    expect(textsIn(producer)).toEqual(['not JSON 4', 'not JSON 5']);
  });
});
