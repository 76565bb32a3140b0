import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { createAcls } from '../apis/create-acls.js';
import { deleteAcls } from '../apis/delete-acls.js';
import { describeAcls } from '../apis/describe-acls.js';
import { saslAuthenticate } from '../apis/sasl-authenticate.js';
import { saslHandshake } from '../apis/sasl-handshake.js';
import type { RawClient } from './raw-client.js';
import { type StartedBroker, startBroker } from './started-broker.js';

let broker: StartedBroker;
let raw: RawClient;

beforeAll(async () => {
  broker = await startBroker();
  raw = await broker.raw();
});

afterAll(() => broker.stop());

const acl = {
  resourceType: 2,
  resourceName: 't',
  patternType: 3,
  principal: 'User:guest',
  host: '*',
  operation: 3,
  permission: 3,
};

describe('ACLs', () => {
  test.each([0, 1, 2, 3])('are refused as Kafka does without an authorizer (%i)', async (version) => {
    const created = await raw.call(createAcls, version, { acls: [acl, acl] });
    expect(created.results.map((it) => it.code)).toEqual([54, 54]);
    expect(await raw.call(describeAcls, version, acl)).toMatchObject({ code: 54, resources: [] });
    const filter = { ...acl, resourceName: null, principal: null, host: null };
    const deleted = await raw.call(deleteAcls, version, { filters: [filter] });
    expect(deleted.results).toMatchObject([{ code: 54, matching: [] }]);
  });

  test('are an error with a name for kafkajs', async () => {
    const admin = broker.kafka.admin();
    await admin.connect();
    const entry = { ...acl, resourcePatternType: acl.patternType, permissionType: acl.permission };
    await expect(admin.createAcls({ acl: [entry] })).rejects.toMatchObject({ type: 'SECURITY_DISABLED' });
    await admin.disconnect();
  });
});

describe('SASL', () => {
  test.each([0, 1])('is not begun on a listener without it (%i)', async (version) => {
    const answer = await raw.call(saslHandshake, version, { mechanism: 'PLAIN' });
    expect(answer).toEqual({ code: 34, mechanisms: [] });
  });

  test.each([0, 1, 2])('is not gone on with either (%i)', async (version) => {
    const answer = await raw.call(saslAuthenticate, version, { token: Buffer.from('x') });
    expect(answer).toMatchObject({ code: 34, lifetimeMs: 0 });
  });

  test('is an error with a name for kafkajs', async () => {
    const kafka = new Kafka({
      brokers: [`127.0.0.1:${broker.port}`],
      sasl: { mechanism: 'plain', username: 'u', password: 'p' },
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
    });
    const admin = kafka.admin();
    await expect(admin.connect()).rejects.toThrow('Request is not valid given the current SASL state');
    await admin.disconnect();
  });
});
