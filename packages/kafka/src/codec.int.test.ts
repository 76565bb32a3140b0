import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JourneyEvent, Quarantined } from '@bellhop/contracts';
import { type LocalSchemaRegistry, startLocalSchemaRegistry } from '@bellhop/local-schema-registry';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Codec, createCodec, UndecodableMessage } from './codec.js';

const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-codec-'));
let server: LocalSchemaRegistry;
let registryUrl: string;
let codec: Codec<Quarantined>;
beforeAll(async () => {
  server = await startLocalSchemaRegistry({ dataDir });
  registryUrl = `http://127.0.0.1:${server.port}`;
  codec = await createCodec<Quarantined>({ registryUrl, subject: 'quarantined', topic: 'quarantine' });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const quarantined: Quarantined = {
  quarantineId: 'q1',
  code: 'malformed-payload',
  detail: 'naïve – 客',
  step: 'ingest.normalise',
  vendor: 'whatsapp',
  vendorAccount: 'main',
  propertyId: null,
  origin: '/v1/sources/whatsapp/main',
  contentType: 'application/json',
  payload: Buffer.from([0, 1, 255]),
  receivedAt: Date.UTC(2026, 6, 10),
};
const plain = (value: object) => ({ ...value });

describe('a codec', () => {
  test('reads what it wrote, in the Confluent wire format', async () => {
    const bytes = await codec.encode(quarantined);
    expect(bytes[0]).toBe(0);
    expect(plain(await codec.decode(bytes))).toEqual(quarantined);
  });

  test('reads what another process wrote: the schema has one id', async () => {
    const other = await createCodec<Quarantined>({
      registryUrl,
      subject: 'quarantined',
      topic: 'quarantine',
    });
    const bytes = await other.encode(quarantined);
    expect(bytes).toEqual(await codec.encode(quarantined));
    expect(plain(await codec.decode(bytes))).toEqual(quarantined);
  });

  test('refuses a value that breaks the contract', async () => {
    const broken = { ...quarantined, receivedAt: 'now' } as unknown as Quarantined;
    await expect(codec.encode(broken)).rejects.toThrow();
  });

  test.each([
    ['nothing', () => Buffer.alloc(0)],
    ['a few bytes', () => Buffer.from([0, 0])],
    ['JSON', () => Buffer.from('{"quarantineId":"q1"}')],
    ['a schema that is not registered', () => Buffer.from([0, 0, 0, 255, 255, 1, 2, 3])],
    ['a message that is cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4)],
    ['a message with something behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([1, 2])])],
    [
      'random bytes under the schema’s id',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 5), Buffer.alloc(40, 0xff)]),
    ],
  ])('calls %s undecodable', async (_name, garble) => {
    const garbled = garble(await codec.encode(quarantined));
    await expect(codec.decode(garbled)).rejects.toBeInstanceOf(UndecodableMessage);
    await expect(codec.decode(garbled)).rejects.toMatchObject({
      code: 'undecodable-message',
      retryable: false,
    });
  });

  test('calls a message of another contract undecodable', async () => {
    const events = await createCodec<JourneyEvent>({
      registryUrl,
      subject: 'journey-event',
      topic: 'events',
    });
    const bytes = await events.encode({
      eventId: 'e1',
      eventType: 'Other',
      stream: 'guest-g1',
      revision: 0,
      position: 1,
      recordedAt: 0,
      guestId: null,
      touchpoint: null,
      correction: null,
      identifier: null,
      stay: null,
      occupancy: null,
    });
    await expect(codec.decode(bytes)).rejects.toBeInstanceOf(UndecodableMessage);
  });

  test('does not blame the message when the registry can not be reached', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bellhop-codec-'));
    const own = await startLocalSchemaRegistry({ dataDir: folder });
    const lonely = await createCodec<Quarantined>({
      registryUrl: `http://127.0.0.1:${own.port}`,
      subject: 'quarantined',
      topic: 'quarantine',
      retries: 1,
    });
    await own.close();
    rmSync(folder, { recursive: true, force: true });
    const decoding = lonely.decode(Buffer.from([0, 0, 0, 255, 255, 1, 2, 3]));
    await expect(decoding).rejects.not.toBeInstanceOf(UndecodableMessage);
  });
});
