import { describe, expect, test } from '@jest/globals';
import { contextOf } from './context.fixture.js';
import { isVendor, sources } from './registry.js';
import type { HttpSource, MqttSource, Source } from './source.js';

const all: [string, Source][] = Object.entries(sources);
const overHttp = all.filter((entry): entry is [string, HttpSource] => entry[1].transport === 'http');
const overMqtt = all.filter((entry): entry is [string, MqttSource] => entry[1].transport === 'mqtt');

/** What no vendor sends, and what half of them almost do. */
const garbage = [
  '',
  ' ',
  'null',
  '[]',
  '{}',
  '[null]',
  '"text"',
  '{"__proto__":{"a":1},"constructor":null}',
  '{"entry":[{}],"records":[],"event":{},"params":null}',
  '<a><b/></a>',
  'records=%5B%7B%7D%5D&SmsSid=',
  '%%%',
  '\u0000\ufffd',
];

test('a source is registered under its vendor’s name', () => {
  for (const [name, source] of all) expect(source.vendor).toBe(name);
  expect(isVendor('ota')).toBe(true);
  expect(isVendor('constructor')).toBe(false);
});

describe.each(overHttp)('%s over HTTP', (vendor, source) => {
  const context = contextOf({ vendor });
  const { account } = context;
  const signed = (body: string, secret = account.secret) => ({
    method: 'POST',
    ...source.sign(Buffer.from(body), { ...account, secret }, `https://hooks.example/v1/${vendor}/main`),
  });

  test('accepts what it signed, and refuses what another secret signed', () => {
    expect(source.verify(signed('{}'), account)).toEqual({ ok: true });
    const refused = source.verify(signed('{}', 'another-secret'), account);
    expect(refused.ok).toBe(false);
    expect(JSON.stringify(refused)).not.toContain(account.secret);
  });

  test('meets garbage with an outcome, never with an error or silence', () => {
    for (const body of garbage) {
      const request = signed(body);
      expect(source.normalise(request, context).length).toBeGreaterThan(0);
      expect((source.acknowledge?.(request) ?? source.acknowledgement).status).toBe(200);
    }
  });
});

describe.each(overMqtt)('%s over MQTT', (vendor, source) => {
  const context = contextOf({ vendor, baseTopic: 'hotel' });

  test('publishes below the account’s base topic', () => {
    expect(source.topicOf('lamp', context.account)).toMatch(/^hotel\/lamp/);
    expect(source.topicFilters(context.account)).toEqual(['hotel/#']);
  });

  test('meets garbage with an outcome, never with an error or silence', () => {
    for (const body of garbage) {
      const topic = source.topicOf('lamp', context.account);
      const outcomes = source.normalise({ topic, payload: Buffer.from(body), retained: false }, context);
      expect(outcomes.length).toBeGreaterThan(0);
    }
  });
});
