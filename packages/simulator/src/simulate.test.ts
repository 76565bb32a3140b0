import { hotelGroupSchema } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from './delivery.js';
import { demoGroup } from './demo-group.js';
import { addDays, DAY_MS, isoDate } from './property-time.js';
import { simulate } from './simulate.js';

const group = demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, 7) });
const startsAt = Date.parse('2026-10-18T21:00:00Z');
const days = 14;
const run = (seed: string) => [...simulate({ seed, group, startsAt, days })];
const deliveries = run('1');
const bytesOf = (list: Delivery[]) =>
  list.map((delivery) => ({ ...delivery, body: delivery.body.toString() }));
const share = (list: Delivery[]) => list.length / deliveries.length;
const identity = ({ vendor, body }: Delivery) => `${vendor} ${body.toString()}`;

test('the demo group is a valid hotel group, each of whose secrets comes from the random source', () => {
  let byte = 0;
  const varied = demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, byte++) });
  expect(hotelGroupSchema.parse(varied)).toEqual(varied);
  expect(new Set(varied.accounts.map(({ secret }) => secret)).size).toBe(varied.accounts.length);
});

describe('determinism', () => {
  test('the same seed gives the same bytes', () => {
    expect(bytesOf(run('1'))).toEqual(bytesOf(deliveries));
  });

  test('another seed gives another history', () => {
    expect(bytesOf(run('2'))).not.toEqual(bytesOf(deliveries));
  });

  test('a longer simulation begins with the shorter one', () => {
    const endless = simulate({ seed: '1', group, startsAt });
    const first = Array.from({ length: deliveries.length }, () => endless.next().value as Delivery);
    expect(bytesOf(first)).toEqual(bytesOf(deliveries));
    expect(endless.next().done).toBe(false);
  });
});

describe('order', () => {
  test('deliveries come in order of delivery time, within the days asked for', () => {
    const times = deliveries.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(startsAt);
    expect(times.at(-1)).toBeLessThan(startsAt + days * DAY_MS);
  });

  test('nothing is delivered before it happened', () => {
    const early = deliveries.filter(({ at, expects }) =>
      expects.some((expected) => expected.kind === 'touchpoint' && (expected.occurredAt ?? 0) > at),
    );
    expect(early).toEqual([]);
  });
});

describe('what is delivered', () => {
  test('60 to 90 deliveries for each property and day once it is under way', () => {
    for (const { propertyId } of group.properties) {
      for (let day = 2; day < days; day++) {
        const from = startsAt + day * DAY_MS;
        const count = deliveries.filter(
          ({ property, at }) => property === propertyId && at >= from && at < from + DAY_MS,
        ).length;
        expect({
          propertyId,
          date: addDays(isoDate(startsAt), day),
          fits: count >= 50 && count <= 110,
        }).toEqual({
          propertyId,
          date: addDays(isoDate(startsAt), day),
          fits: true,
        });
      }
    }
    const perPropertyAndDay = deliveries.length / days / group.properties.length;
    expect(perPropertyAndDay).toBeGreaterThan(60);
    expect(perPropertyAndDay).toBeLessThan(90);
  });

  test('every vendor of the group delivers for every property', () => {
    const pairs = new Set(deliveries.map(({ vendor, property }) => `${vendor} ${property}`));
    expect(pairs.size).toBe(12 * group.properties.length);
  });

  test('some deliveries come twice with the same bytes', () => {
    const once = new Set(deliveries.map(identity));
    const repeated = 1 - once.size / deliveries.length;
    expect(repeated).toBeGreaterThan(0.02);
    expect(repeated).toBeLessThan(0.07);
  });

  test('some come hours late', () => {
    const late = deliveries.filter(({ at, expects: [first] }) =>
      first?.kind === 'touchpoint' ? at - (first.occurredAt ?? at) > DAY_MS / 24 : false,
    );
    expect(share(late)).toBeGreaterThan(0.02);
  });

  test('some end in the quarantine, by five codes, and some count nowhere', () => {
    const codes = deliveries.flatMap(({ expects }) =>
      expects.flatMap((expected) => (expected.kind === 'quarantine' ? [expected.code] : [])),
    );
    expect([...new Set(codes)].sort()).toEqual([
      'malformed-payload',
      'unexpected-shape',
      'unknown-property',
      'unknown-room',
      'unsupported-event',
    ]);
    expect(share(deliveries.filter(({ expects }) => expects[0]?.kind === 'ignored'))).toBeGreaterThan(0.1);
  });

  test('guests write in at least six languages, in every stage there are touchpoints', () => {
    const touchpoints = deliveries.flatMap(({ expects }) =>
      expects.flatMap((expected) => (expected.kind === 'touchpoint' ? [expected] : [])),
    );
    expect([...new Set(touchpoints.flatMap(({ language }) => language ?? []))].sort()).toEqual(
      expect.arrayContaining(['de', 'en', 'hy', 'pl', 'ru', 'zh']),
    );
    expect(new Set(touchpoints.flatMap(({ stage }) => stage ?? [])).size).toBe(7);
  });
});

test('a group that lacks what the simulation needs is refused by name', () => {
  const poorer = { ...group, accounts: group.accounts.filter(({ vendor }) => vendor !== 'twilio') };
  expect(() => [...simulate({ seed: '1', group: poorer, startsAt, days: 1 })]).toThrow(/twilio/);
});
