import type { Occupancy } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decideRoom,
  emptyRoom,
  evolveRoom,
  occupantAt,
  occupantOf,
  type RoomEvent,
  roomChanges,
} from './room.js';
import { evolveStay, type Stay, type StayEvent } from './stay.js';
import { reservation, touchpoint } from './touchpoint.fixture.js';

const occupancy = (stay: string, occurredAt: number, touchpointId = `t${occurredAt}`): Occupancy => ({
  propertyId: 'harbour',
  room: '101',
  stayId: `s-${stay}`,
  guestId: `g-${stay}`,
  occurredAt,
  touchpointId,
});
const moveIn = (stay: string, at: number): RoomEvent => ({ type: 'RoomOccupied', data: occupancy(stay, at) });
const moveOut = (stay: string, at: number): RoomEvent => ({ type: 'RoomVacated', data: occupancy(stay, at) });
const fold = (events: readonly RoomEvent[]) => events.reduce(evolveRoom, emptyRoom);

describe('the occupant of a room', () => {
  test.each<[string, RoomEvent[], Record<number, string | undefined>]>([
    ['nobody at first', [], { 1: undefined }],
    [
      'who moved in, until the move out',
      [moveIn('a', 10), moveOut('a', 20)],
      { 9: undefined, 10: 's-a', 19: 's-a', 20: undefined },
    ],
    [
      'known when the move out arrives first',
      [moveOut('a', 20), moveIn('a', 10)],
      { 15: 's-a', 20: undefined },
    ],
    [
      'the one who came last, where the one before never left',
      [moveIn('a', 10), moveIn('b', 20)],
      { 15: 's-a', 25: 's-b' },
    ],
    [
      'not the one before, whose late check-out arrives now',
      [moveIn('a', 10), moveIn('b', 20), moveOut('a', 21)],
      { 20: 's-b', 22: 's-b' },
    ],
    [
      'who came back',
      [moveIn('a', 10), moveOut('a', 20), moveIn('a', 30)],
      { 15: 's-a', 25: undefined, 35: 's-a' },
    ],
    [
      'who moved in later than an older move out that arrives late',
      [moveIn('a', 30), moveOut('a', 10)],
      { 29: undefined, 35: 's-a' },
    ],
  ])('is %s', (_name, events, expected) => {
    const room = fold(events);
    for (const [at, stayId] of Object.entries(expected)) {
      expect(occupantAt(room, Number(at))?.stayId).toBe(stayId);
    }
  });

  test('is the same whatever the order in which moves arrive', () => {
    const moves = fc.uniqueArray(
      fc.record({ stay: fc.constantFrom('a', 'b', 'c'), at: fc.nat(40), isIn: fc.boolean() }),
      { selector: ({ at }) => at, minLength: 1, maxLength: 10 },
    );
    const histories = moves.chain((all) => {
      const events = all.map(({ stay, at, isIn }) => (isIn ? moveIn(stay, at) : moveOut(stay, at)));
      return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
    });
    fc.assert(
      fc.property(histories, fc.nat(45), ([events, shuffled], at) => {
        expect(occupantAt(fold(shuffled), at)).toEqual(occupantAt(fold(events), at));
      }),
    );
  });
});

describe('whose a touchpoint of the room is', () => {
  const heard = touchpoint({ touchpointId: 'heard', room: '101', occurredAt: 15 });

  test('stays as it was attributed, whatever becomes known since', () => {
    const attributed: RoomEvent = { type: 'TouchpointAttributed', data: occupancy('a', 15, 'heard') };
    const room = fold([moveIn('a', 10), attributed, moveIn('b', 12)]);
    expect(occupantOf(room, heard)).toEqual({ stayId: 's-a', guestId: 'g-a' });
    expect(occupantOf(room, { ...heard, touchpointId: 'other' })?.stayId).toBe('s-b');
  });

  test('stays nobody’s where it was recorded without a guest', () => {
    const kept: RoomEvent = { type: 'TouchpointRecorded', data: { touchpoint: { touchpointId: 'heard' } } };
    const room = fold([kept, moveIn('a', 10)]);
    expect(occupantOf(room, heard)).toBeUndefined();
    expect(occupantOf(room, { ...heard, touchpointId: 'other' })?.stayId).toBe('s-a');
  });
});

describe('what a touchpoint changes in rooms', () => {
  const told = (type: StayEvent['type'], room: string | null, at: number): StayEvent => ({
    type,
    data: {
      stayId: 's1',
      guestId: 'g1',
      propertyId: 'harbour',
      reservationCode: 'R1',
      status: 'in_house',
      arrivalDate: null,
      departureDate: null,
      room,
      occurredAt: at,
      touchpointId: `t${at}`,
    },
  });
  const stayOf = (...events: StayEvent[]) => events.reduce<Stay | undefined>(evolveStay, undefined)!;
  const inRoom101 = told('GuestCheckedIn', '101', 10);
  const inRoom102 = told('StayChanged', '102', 20);

  test.each([
    ['a check-in occupies the room', 'checked_in', '101', 10, stayOf(inRoom101), ['RoomOccupied 101 at 10']],
    [
      'a move leaves the room before',
      'room_assigned',
      '102',
      20,
      stayOf(inRoom101, inRoom102),
      ['RoomVacated 101 at 20', 'RoomOccupied 102 at 20'],
    ],
    [
      'a check-in that arrives after the move ends with it',
      'checked_in',
      '101',
      10,
      stayOf(inRoom102, inRoom101),
      ['RoomVacated 102 at 10', 'RoomOccupied 101 at 10', 'RoomVacated 101 at 20'],
    ],
    ['a check-out leaves the room', 'checked_out', null, 30, stayOf(inRoom101), ['RoomVacated 101 at 30']],
    [
      'a check-out of an unknown room changes nothing',
      'checked_out',
      null,
      30,
      stayOf(told('StayBooked', null, 1)),
      [],
    ],
    ['a message changes nothing', 'message_received', '101', 30, stayOf(inRoom101), []],
  ] as const)('%s', (_name, type, room, occurredAt, stay, expected) => {
    const changes = roomChanges(touchpoint({ type, occurredAt, reservation: reservation({ room }) }), stay);
    expect(changes.map((change) => `${change.type} ${change.room} at ${change.at}`)).toEqual(expected);
  });

  test('a room that is assigned before arrival is not occupied', () => {
    const assigned = touchpoint({ type: 'room_assigned', reservation: reservation({ room: '101' }) });
    const planned = {
      ...told('StayBooked', '101', 1),
      data: { ...told('StayBooked', '101', 1).data, status: 'booked' as const },
    };
    expect(roomChanges(assigned, stayOf(planned))).toEqual([]);
  });

  test('nothing is told to a room twice', () => {
    const data = occupancy('a', 10);
    const events = decideRoom(emptyRoom, 'RoomOccupied', data);
    expect(events).toEqual([{ type: 'RoomOccupied', data }]);
    expect(decideRoom(fold(events), 'RoomOccupied', data)).toEqual([]);
    expect(decideRoom(fold(events), 'RoomVacated', data)).toHaveLength(1);
  });
});
