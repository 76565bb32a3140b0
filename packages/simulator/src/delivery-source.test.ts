import { randomBytes } from 'node:crypto';
import { type Outcome, sources } from '@bellhop/sources';
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from './delivery.js';
import { demoGroup } from './demo-group.js';
import { simulate } from './simulate.js';

const group = demoGroup({ random: randomBytes });
const startsAt = Date.parse('2026-03-25T00:00:00Z');
const deliveries = [...simulate({ seed: 'sources', group, startsAt, days: 12 })];

/** What the real source makes of a delivery, after the real verification. */
function outcomesOf(delivery: Delivery): Outcome[] {
  const source = sources[delivery.vendor];
  const account = group.accounts.find(({ vendor }) => vendor === delivery.vendor)!;
  const context = { group, account, receivedAt: 1 };
  if (source.transport === 'mqtt') {
    const topic = source.topicOf(delivery.device!, account);
    return source.normalise({ topic, payload: delivery.body, retained: false }, context);
  }
  const address = `https://hooks.example.com/v1/sources/${delivery.vendor}/${delivery.account}`;
  const signed = source.sign(delivery.body, account, address);
  const headers = Object.fromEntries(
    Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const request = { method: 'POST', url: signed.url, headers, body: signed.body };
  expect(source.verify(request, account)).toEqual({ ok: true });
  return source.normalise(request, context);
}

const touchpointIds = new Map<string, string>();

describe('the sources understand every delivery as the simulator means it', () => {
  test.each(Object.keys(sources))('%s', (vendor) => {
    const own = deliveries.filter((delivery) => delivery.vendor === vendor);
    expect(own.length).toBeGreaterThan(0);
    for (const delivery of own) {
      const outcomes = outcomesOf(delivery);
      expect(outcomes.map(comparable)).toEqual(delivery.expects.map(comparableExpectation));
      outcomes.forEach((outcome, index) => {
        const expected = delivery.expects[index];
        if (outcome.kind !== 'touchpoint' || expected?.kind !== 'touchpoint') return;
        const { touchpointId } = outcome.touchpoint;
        expect(touchpointIds.get(expected.key) ?? touchpointId).toBe(touchpointId);
        touchpointIds.set(expected.key, touchpointId);
      });
    }
    expect(new Set(touchpointIds.values()).size).toBe(touchpointIds.size);
  });
});

function comparable(outcome: Outcome) {
  if (outcome.kind === 'quarantine') return { kind: outcome.kind, code: outcome.code };
  if (outcome.kind === 'ignored') return { kind: outcome.kind };
  const { touchpoint } = outcome;
  const { propertyId, source, channel, type, actor, text, ratings, clock, occurredAt } = touchpoint;
  return {
    ...{ kind: outcome.kind, propertyId, source, channel, type, actor, text },
    occurredAt: clock === 'vendor' ? occurredAt : null,
    ratings: ratings.map(({ metric, value, scaleMin, scaleMax }) => ({ metric, value, scaleMin, scaleMax })),
  };
}

function comparableExpectation(expected: Delivery['expects'][number]) {
  if (expected.kind !== 'touchpoint') return expected;
  const { kind, propertyId, source, channel, type, actor, text, occurredAt, ratings } = expected;
  return {
    ...{ kind, propertyId, source, channel, type, actor, text, occurredAt },
    ratings: ratings.map(({ metric, value, scaleMin, scaleMax }) => ({ metric, value, scaleMin, scaleMax })),
  };
}
