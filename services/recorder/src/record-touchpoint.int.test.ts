import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  identifierHashOf,
  type RecordedTouchpoint,
  STREAMS,
  stableUuid,
  stayIdOf,
  type Touchpoint,
} from '@bellhop/contracts';
import { connectEventStore, type EventStore, type NewEvent } from '@bellhop/eventstore';
import { type LocalEventStore, startLocalEventStore } from '@bellhop/local-eventstore';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHistories } from './histories.js';
import { createRecordTouchpoint } from './record-touchpoint.js';
import { email, group, heardInRoom, hour, loyalty, stayTold, touchpoint } from './touchpoint.fixture.js';

const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-recorder-'));
let server: LocalEventStore;
let store: EventStore;
beforeAll(async () => {
  server = await startLocalEventStore({ dataDir, port: 0 });
  store = connectEventStore(`esdb://127.0.0.1:${server.port}?tls=false`);
});
afterAll(async () => {
  await store.close();
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Each test has names of its own. */
let run = 0;
beforeEach(() => {
  run += 1;
});
const own = (name: string) => `${name}-${run}`;

interface Appended {
  stream: string;
  event: NewEvent;
}
let log: Appended[] = [];
beforeEach(() => {
  log = [];
});

const sentiment = {
  language: 'en',
  score: 0.5,
  label: 'positive' as const,
  confidence: 1,
  model: 'm1',
  topics: [{ topic: 'staff', sentiment: 0.5 }],
  urgent: false,
};
const [harbour, hilltop] = [group.properties[0]!, group.properties[1]!];

/** A recorder with memory of its own, as another process would have; `beforeAppend` may fail as a crash would. */
function recorder(beforeAppend: (appended: Appended) => void = () => undefined) {
  const watched: EventStore = {
    ...store,
    append: async (stream, expectedRevision, events) => {
      for (const event of events) beforeAppend({ stream, event });
      const revision = await store.append(stream, expectedRevision, events);
      log.push(...events.map((event) => ({ stream, event })));
      return revision;
    },
  };
  const record = createRecordTouchpoint({
    histories: createHistories(watched, 1_000),
    score: () => sentiment,
    boundary: () => undefined,
  });
  return (given: Touchpoint) => record(given, given.propertyId === 'hilltop' ? hilltop : harbour);
}

const streamsOf = (types: readonly string[]) =>
  log.filter(({ event }) => types.includes(event.type)).map(({ stream }) => stream);
const recordedIn = async (stream: string) =>
  (await store.read(stream))
    .filter(({ type }) => type === 'TouchpointRecorded')
    .map(({ data }) => data as RecordedTouchpoint);
const recordedAs = (given: Touchpoint): RecordedTouchpoint | undefined =>
  log
    .map(({ event }) => event.data as RecordedTouchpoint)
    .find((data) => data.touchpoint?.touchpointId === given.touchpointId);
const newGuestOf = (given: Touchpoint) => stableUuid('guest', given.touchpointId);

describe('recording a touchpoint', () => {
  test('appends identifiers, stay and room, then the guest', async () => {
    const checkIn = stayTold(own('in'), 'checked_in', {
      code: own('R'),
      at: 10,
      guest: own('L'),
      room: own('101'),
    });
    const given = { ...checkIn, identifiers: [email(own('x@example.com')), ...checkIn.identifiers] };
    expect(await recorder()(given)).toBe(true);
    const guestId = newGuestOf(given);
    expect(log.map(({ stream, event }) => [event.type, stream])).toEqual([
      ['IdentifierClaimed', STREAMS.identifier(identifierHashOf(loyalty(own('L'))))],
      ['IdentifierClaimed', STREAMS.identifier(identifierHashOf(email(own('x@example.com'))))],
      ['GuestCheckedIn', STREAMS.stay(stayIdOf('harbour', own('R')))],
      ['RoomOccupied', STREAMS.room('harbour', own('101'))],
      ['TouchpointRecorded', STREAMS.guest(guestId)],
    ]);
    expect(recordedAs(given)).toMatchObject({
      guestId,
      stayId: stayIdOf('harbour', own('R')),
      stage: 'arrival',
      sentiment: null,
    });
  });

  test('scores the words of a guest, and not those of the staff', async () => {
    const record = recorder();
    const fromGuest = touchpoint(own('a'), { text: 'Lovely', identifiers: [loyalty(own('L'))] });
    const fromStaff = touchpoint(own('b'), {
      text: 'Thanks',
      actor: 'staff',
      identifiers: [loyalty(own('L'))],
    });
    await record(fromGuest);
    await record(fromStaff);
    expect(recordedAs(fromGuest)?.sentiment).toEqual(sentiment);
    expect(recordedAs(fromStaff)?.sentiment).toBeNull();
  });

  test('changes nothing when it comes again, to the same recorder or to another', async () => {
    const record = recorder();
    const given = stayTold(own('in'), 'checked_in', {
      code: own('R'),
      at: 10,
      guest: own('L'),
      room: own('101'),
    });
    const inRoom = heardInRoom(own('door'), own('101'), 11);
    const nowhere = heardInRoom(own('other'), own('102'), 11);
    for (const each of [given, inRoom, nowhere]) expect(await record(each)).toBe(true);
    const appended = log.length;
    for (const again of [record, recorder()]) {
      for (const each of [given, inRoom, nowhere]) expect(await again(each)).toBe(false);
    }
    expect(log).toHaveLength(appended);
  });

  test('claims an identifier once that comes twice in a touchpoint', async () => {
    const given = touchpoint(own('a'), {
      identifiers: [loyalty(own('L')), loyalty(own('L')), loyalty(own('L'), false)],
    });
    await recorder()(given);
    expect(streamsOf(['IdentifierClaimed'])).toHaveLength(1);
  });

  test('completes what a crash before any of its appends left undone, for the same guest', async () => {
    const types = ['IdentifierClaimed', 'GuestCheckedIn', 'RoomOccupied', 'TouchpointRecorded'];
    for (const type of types) {
      run += 1;
      log = [];
      const given = stayTold(own('in'), 'checked_in', {
        code: own('R'),
        at: 10,
        guest: own('L'),
        room: own('101'),
      });
      const crashing = recorder(({ event }) => {
        if (event.type === type) throw new Error(`killed before ${type}`);
      });
      await expect(crashing(given)).rejects.toThrow(`killed before ${type}`);
      await recorder()(given);
      expect(log.map(({ event }) => event.type)).toEqual(types);
      expect(await recordedIn(STREAMS.guest(newGuestOf(given)))).toHaveLength(1);
    }
  });
});

describe('several recorders on one store', () => {
  test('put each touchpoint into one history, once, and give each identifier one owner', async () => {
    const random = Array.from({ length: 60 }, (_, index) => (index * 7919) % 101);
    const given = random.map((number, index) =>
      touchpoint(own(`t${index}`), {
        propertyId: number % 2 ? 'harbour' : 'hilltop',
        identifiers: [
          loyalty(own(`L${number % 4}`)),
          email(own(`e${number % 5}@example.com`), number % 3 > 0),
        ],
      }),
    );
    const [one, other] = [recorder(), recorder()];
    // Both get all of them, each in its own order, many at a time, also within one recorder.
    await Promise.all([...given.map(one), ...[...given].reverse().map(other)]);
    for (const each of given) {
      const places = new Set(
        log
          .filter(
            ({ event }) => (event.data as RecordedTouchpoint).touchpoint?.touchpointId === each.touchpointId,
          )
          .map(({ stream }) => stream),
      );
      expect(places.size).toBe(1);
      const [stream] = places;
      const stored = await recordedIn(stream!);
      expect(
        stored.filter(({ touchpoint: { touchpointId } }) => touchpointId === each.touchpointId),
      ).toHaveLength(1);
    }
    for (const identifier of new Map(
      given.flatMap(({ identifiers }) => identifiers).map((each) => [JSON.stringify(each), each]),
    ).values()) {
      const claims = await store.read(STREAMS.identifier(identifierHashOf(identifier)));
      const owners = claims.map(({ data }) => data as { guestId: string; verified: boolean });
      expect(owners.filter(({ verified }) => verified === identifier.verified).length).toBeLessThanOrEqual(1);
    }
    // Whoever comes later finds the same guests.
    const later = recorder();
    for (const each of given) expect(await later(each)).toBe(false);
  });

  test('see what another claimed between finding the guest and claiming, also in the memory that they share', async () => {
    const address = email(own('x@example.com'));
    const two = touchpoint(own('two'), { identifiers: [loyalty(own('L')), address] });
    const one = touchpoint(own('one'), { identifiers: [address], propertyId: 'hilltop' });
    const record = recorder();
    await Promise.all([record(two), record(one)]);
    const claims = await store.read(STREAMS.identifier(identifierHashOf(address)));
    expect(claims.map(({ data }) => (data as { guestId: string }).guestId)).toEqual([newGuestOf(one)]);
    expect(recordedAs(two)).toMatchObject({ guestId: newGuestOf(two), alsoMatched: [newGuestOf(one)] });
  });
});

describe('what happens in a room', () => {
  const room = () => own('101');
  const checkIn = (code: string, at: number, inRoom = room()) =>
    stayTold(own(`in-${code}`), 'checked_in', {
      code: own(code),
      at,
      guest: own(`guest of ${code}`),
      room: inRoom,
    });
  const checkOut = (code: string, at: number, fromRoom = room()) =>
    stayTold(own(`out-${code}`), 'checked_out', {
      code: own(code),
      at,
      guest: own(`guest of ${code}`),
      room: fromRoom,
    });
  const stayOf = (code: string) => stayIdOf('harbour', own(code));

  test('is kept with the room where nobody occupied it, also once a late check-in says otherwise', async () => {
    const record = recorder();
    const heard = heardInRoom(own('door'), room(), 11);
    await record(heard);
    expect(recordedAs(heard)).toMatchObject({ guestId: null, stayId: null, attribution: 'none' });
    await record(checkIn('A', 10));
    expect(await record(heard)).toBe(false);
    const later = heardInRoom(own('door again'), room(), 11);
    await record(later);
    expect(recordedAs(later)).toMatchObject({ stayId: stayOf('A'), attribution: 'occupancy' });
  });

  test('goes to whom it was attributed, whatever becomes known since', async () => {
    const record = recorder();
    await record(checkIn('A', 10));
    const heard = heardInRoom(own('door'), room(), 14);
    const crashing = recorder(({ event }) => {
      if (event.type === 'TouchpointRecorded') throw new Error('killed');
    });
    await expect(crashing(heard)).rejects.toThrow('killed');
    await record(checkIn('B', 13));
    await recorder()(heard);
    expect(recordedAs(heard)).toMatchObject({ stayId: stayOf('A'), attribution: 'occupancy' });
  });

  test('is of the new guest although the check-out of the old one arrives later', async () => {
    const record = recorder();
    for (const each of [checkIn('A', 8), checkIn('B', 13)]) await record(each);
    const [before, after] = [heardInRoom(own('at 12'), room(), 12), heardInRoom(own('at 14'), room(), 14)];
    await record(before);
    await record(checkOut('A', 15));
    await record(after);
    expect(recordedAs(before)?.stayId).toBe(stayOf('A'));
    expect(recordedAs(after)?.stayId).toBe(stayOf('B'));
    const night = heardInRoom(own('at 16'), room(), 16);
    await record(night);
    expect(recordedAs(night)?.stayId).toBe(stayOf('B'));
  });

  const move = (code: string, at: number, to: string) =>
    stayTold(own(`move-${at}`), 'room_assigned', {
      code: own(code),
      at,
      guest: own(`guest of ${code}`),
      room: to,
      status: 'in_house',
    });
  const moves = () => [checkIn('A', 10), move('A', 12, own('102')), move('A', 14, room()), checkOut('A', 20)];

  test.each([
    ['in order', [0, 1, 2, 3]],
    ['the check-in last', [1, 2, 3, 0]],
    ['in reverse', [3, 2, 1, 0]],
  ])('follows a stay from room to room and back: moves that arrive %s', async (_name, order) => {
    const record = recorder();
    const told = moves();
    for (const index of order) await record(told[index]!);
    const heard = async (inRoom: string, at: number) => {
      const each = heardInRoom(own(`${inRoom} at ${at}`), inRoom, at);
      await record(each);
      return recordedAs(each)?.stayId ?? null;
    };
    const stay = stayOf('A');
    expect([await heard(room(), 9), await heard(room(), 11), await heard(own('102'), 11)]).toEqual([
      null,
      stay,
      null,
    ]);
    expect([await heard(room(), 13), await heard(own('102'), 13)]).toEqual([null, stay]);
    expect([await heard(room(), 15), await heard(own('102'), 15)]).toEqual([stay, null]);
    expect(await heard(room(), 21)).toBeNull();
  });

  test('has the business day of its property', async () => {
    const heard = { ...heardInRoom(own('late'), room(), 0), occurredAt: hour(25) };
    await recorder()(heard);
    expect(recordedAs(heard)?.businessDate).toBe('2026-07-10');
  });
});
