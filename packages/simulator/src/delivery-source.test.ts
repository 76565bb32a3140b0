import {
  identifierHashOf,
  type Property,
  STREAMS,
  type Stage,
  stayIdOf,
  type Touchpoint,
} from '@bellhop/contracts';
import {
  decideRecord,
  decideRoom,
  decideStay,
  emptyRoom,
  evolveGuest,
  evolveOwners,
  evolveRoom,
  evolveStay,
  type Guest,
  type IdentifierOwners,
  occupantOf,
  type Room,
  resolveGuest,
  roomChanges,
  type Stay,
  unowned,
} from '@bellhop/domain';
import { type Outcome, sources } from '@bellhop/sources';
import { describe, expect, test } from '@jest/globals';
import type { Delivery } from './delivery.js';
import { demoGroup } from './demo-group.js';
import { simulate } from './simulate.js';

const group = demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, 7) });
// The clocks change in Kraków within these days.
const startsAt = Date.parse('2026-03-22T10:20:30Z');
const deliveries = [...simulate({ seed: 'sources', group, startsAt, days: 12 })];

/** What the real source makes of a delivery, after the real verification. */
function outcomesOf(delivery: Delivery): Outcome[] {
  const source = sources[delivery.vendor];
  const account = group.accounts.find(({ vendor }) => vendor === delivery.vendor)!;
  const context = { group, account, receivedAt: delivery.at };
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

describe('the real source verifies every delivery and reads it as the simulator means it', () => {
  test.each(Object.keys(sources))('%s', (vendor) => {
    const own = deliveries.filter((delivery) => delivery.vendor === vendor);
    expect(own.length).toBeGreaterThan(0);
    for (const delivery of own) {
      expect(outcomesOf(delivery).map(comparable)).toEqual(delivery.expects.map(comparableExpectation));
    }
  });
});

test('two deliveries have the same key exactly when the source gives them the same touchpoint id', () => {
  const idOf = new Map<string, string>();
  for (const { expected, touchpoint } of deliveries.flatMap(received)) {
    expect(idOf.get(expected.key) ?? touchpoint.touchpointId).toBe(touchpoint.touchpointId);
    idOf.set(expected.key, touchpoint.touchpointId);
  }
  expect(new Set(idOf.values()).size).toBe(idOf.size);
});

test("the pipeline's own decisions put every touchpoint into the stage that the simulator expects", () => {
  const record = createRecorder();
  let compared = 0;
  for (const { expected, touchpoint } of deliveries.flatMap(received)) {
    const property = group.properties.find(({ propertyId }) => propertyId === touchpoint.propertyId)!;
    const stage = record(touchpoint, property);
    if (stage === undefined || expected.stage === null) continue;
    expect({ key: expected.key, type: expected.type, stage }).toEqual({
      key: expected.key,
      type: expected.type,
      stage: expected.stage,
    });
    compared++;
  }
  expect(compared).toBeGreaterThan(1000);
});

function received(delivery: Delivery) {
  const outcomes = outcomesOf(delivery);
  return delivery.expects.flatMap((expected, index) => {
    const outcome = outcomes[index];
    return expected.kind === 'touchpoint' && outcome?.kind === 'touchpoint'
      ? [{ expected, touchpoint: outcome.touchpoint }]
      : [];
  });
}

/** The recorder's steps over the domain's own decisions, with maps for streams. Undefined for what was recorded before. */
function createRecorder() {
  const owners = new Map<string, IdentifierOwners>();
  const stays = new Map<string, Stay>();
  const rooms = new Map<string, Room>();
  const guests = new Map<string, Guest>();
  const roomIn = (stream: string) => rooms.get(stream) ?? emptyRoom;
  const ownersOf = (identifier: Parameters<typeof identifierHashOf>[0]) =>
    owners.get(identifierHashOf(identifier)) ?? unowned;

  const attribute = (touchpoint: Touchpoint) => {
    const { room, propertyId, touchpointId, identifiers } = touchpoint;
    if (identifiers.length > 0 || room === null) return resolveGuest(touchpointId, identifiers, ownersOf);
    const occupant = occupantOf(roomIn(STREAMS.room(propertyId, room)), touchpoint);
    expect(occupant).toBeDefined();
    return { ...occupant!, attribution: 'occupancy' as const, alsoMatched: [], toClaim: [] };
  };

  const recordStay = (touchpoint: Touchpoint, guestId: string): Stay | undefined => {
    if (!touchpoint.reservation) return undefined;
    const { propertyId, touchpointId, occurredAt } = touchpoint;
    const stayId = stayIdOf(propertyId, touchpoint.reservation.code);
    for (const event of decideStay(stays.get(stayId), touchpoint, { stayId, guestId })) {
      stays.set(stayId, evolveStay(stays.get(stayId), event));
    }
    const stay = stays.get(stayId);
    for (const { type, room } of stay ? roomChanges(touchpoint, stay) : []) {
      const stream = STREAMS.room(propertyId, room);
      const data = { propertyId, room, stayId, guestId, occurredAt, touchpointId };
      for (const event of decideRoom(roomIn(stream), type, data)) {
        rooms.set(stream, evolveRoom(roomIn(stream), event));
      }
    }
    return stay;
  };

  return function record(touchpoint: Touchpoint, property: Property): Stage | undefined {
    const { toClaim, ...attributed } = attribute(touchpoint);
    const { guestId } = attributed;
    for (const identifier of toClaim) {
      const identifierHash = identifierHashOf(identifier);
      const { kind, verified } = identifier;
      const claim = { identifierHash, kind, verified, guestId, touchpointId: touchpoint.touchpointId };
      owners.set(identifierHash, evolveOwners(ownersOf(identifier), claim));
    }
    const namedStay = recordStay(touchpoint, guestId);
    const guest = guests.get(guestId);
    const events = decideRecord(guest, { touchpoint, attributed, property, sentiment: null, namedStay });
    for (const event of events) {
      guests.set(
        guestId,
        evolveGuest(guests.get(guestId) ?? { touchpointIds: new Set(), stays: new Map() }, event),
      );
    }
    return events[0]?.data.stage;
  };
}

function comparable(outcome: Outcome) {
  if (outcome.kind === 'quarantine') return { kind: outcome.kind, code: outcome.code };
  if (outcome.kind === 'ignored') return { kind: outcome.kind };
  const { propertyId, source, channel, type, actor, text, ratings, clock, occurredAt } = outcome.touchpoint;
  return {
    ...{ kind: outcome.kind, propertyId, source, channel, type, actor, text },
    occurredAt: clock === 'vendor' ? occurredAt : null,
    ratings: ratings.map(withoutQuestion),
  };
}

function comparableExpectation(expected: Delivery['expects'][number]) {
  if (expected.kind !== 'touchpoint') return expected;
  const { key: _key, stage: _stage, language: _language, ratings, ...rest } = expected;
  return { ...rest, ratings: ratings.map(withoutQuestion) };
}

const withoutQuestion = ({ metric, value, scaleMin, scaleMax }: Touchpoint['ratings'][number]) => ({
  metric,
  value,
  scaleMin,
  scaleMax,
});
