import { EVENT_TYPE_VALUES, type JourneyEvent } from '@bellhop/contracts';
import type { StoredEvent } from '@bellhop/eventstore';
import { describe, expect, test } from '@jest/globals';
import { journeyEventOf } from './journey-event.js';

const stored = (type: string, data: unknown = { guestId: 'g1' }): StoredEvent => ({
  id: 'e1',
  type,
  stream: 'guest-g1',
  revision: 3,
  position: 77,
  createdAt: 1_000,
  data,
});
const common = {
  eventId: 'e1',
  stream: 'guest-g1',
  revision: 3,
  position: 77,
  recordedAt: 1_000,
  touchpoint: null,
  correction: null,
  identifier: null,
  stay: null,
  occupancy: null,
};

describe('a stored event on journey-events', () => {
  test.each([
    ['TouchpointRecorded', 'touchpoint'],
    ['IdentifierClaimed', 'identifier'],
    ['StayBooked', 'stay'],
    ['StayChanged', 'stay'],
    ['StayCancelled', 'stay'],
    ['GuestCheckedIn', 'stay'],
    ['GuestCheckedOut', 'stay'],
    ['RoomOccupied', 'occupancy'],
    ['RoomVacated', 'occupancy'],
    ['TouchpointAttributed', 'occupancy'],
    ['TouchpointRescored', 'correction'],
  ])('%s carries its data as %s', (type, part) => {
    const data = { guestId: 'g1', told: type };
    expect(journeyEventOf(stored(type, data))).toEqual({
      ...common,
      eventType: type,
      guestId: 'g1',
      [part]: data,
    });
  });

  test('of a type that this version does not know goes as Other, without data', () => {
    const expected = { ...common, eventType: 'Other', guestId: 'g1' };
    expect(journeyEventOf(stored('GuestMerged'))).toEqual(expected);
    expect(journeyEventOf(stored('Other'))).toEqual(expected);
  });

  test('has no guest where nobody is known', () => {
    expect(journeyEventOf(stored('TouchpointRecorded', { guestId: null })).guestId).toBeNull();
    expect(journeyEventOf(stored('Unknown', {})).guestId).toBeNull();
  });

  test('sets one part for every type but Other', () => {
    const parts: (keyof JourneyEvent)[] = ['touchpoint', 'correction', 'identifier', 'stay', 'occupancy'];
    for (const type of EVENT_TYPE_VALUES) {
      const event = journeyEventOf(stored(type));
      expect(parts.filter((part) => event[part] !== null)).toHaveLength(type === 'Other' ? 0 : 1);
    }
  });
});
