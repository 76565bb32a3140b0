import type { Occupancy, Touchpoint } from '@bellhop/contracts';
import type { Stay } from './stay.js';

/** A stay's time in a room; milliseconds since 1970 UTC. */
export interface Occupation {
  stayId: string;
  guestId: string;
  from: number;
  until: number;
}

/** fold of `room-…`. */
export interface Room {
  occupations: readonly Occupation[];
  /** Who each touchpoint of the room was attributed to, so that a redelivery goes to the same guest whatever became known since. */
  attributed: ReadonlyMap<string, Pick<Occupation, 'stayId' | 'guestId'>>;
  /** Touchpoints that were recorded here because nobody was known to occupy the room. */
  unattributed: ReadonlySet<string>;
  touchpointIds: ReadonlySet<string>;
}

export type RoomEvent =
  | { type: 'RoomOccupied' | 'RoomVacated' | 'TouchpointAttributed'; data: Occupancy }
  | { type: 'TouchpointRecorded'; data: { touchpoint: { touchpointId: string } } };

export const emptyRoom: Room = {
  occupations: [],
  attributed: new Map(),
  unattributed: new Set(),
  touchpointIds: new Set(),
};

export function evolveRoom(room: Room, event: RoomEvent): Room {
  if (event.type === 'TouchpointRecorded') {
    return { ...room, unattributed: new Set(room.unattributed).add(event.data.touchpoint.touchpointId) };
  }
  const { stayId, guestId, occurredAt, touchpointId } = event.data;
  if (event.type === 'TouchpointAttributed') {
    return { ...room, attributed: new Map(room.attributed).set(touchpointId, { stayId, guestId }) };
  }
  // A check-out may arrive before its check-in: either side of an occupation can be the first that is known.
  const known = room.occupations.find((occupation) => occupation.stayId === stayId);
  const before = known ?? { stayId, guestId, from: Infinity, until: Infinity };
  const after =
    event.type === 'RoomOccupied'
      ? { ...before, from: Math.min(before.from, occurredAt) }
      : { ...before, until: occurredAt };
  return {
    ...room,
    occupations: [...room.occupations.filter((occupation) => occupation !== known), after],
    touchpointIds: new Set(room.touchpointIds).add(`${event.type} ${touchpointId}`),
  };
}

/** Whose a touchpoint of the room is: as it was attributed before, else who occupied the room at that time. */
export function occupantOf(
  room: Room,
  touchpoint: Touchpoint,
): Pick<Occupation, 'stayId' | 'guestId'> | undefined {
  if (room.unattributed.has(touchpoint.touchpointId)) return undefined;
  return room.attributed.get(touchpoint.touchpointId) ?? occupantAt(room, touchpoint.occurredAt);
}

/** Who occupied the room at an instant: of those that overlap, the one who came last. */
export function occupantAt(room: Room, instantMs: number): Occupation | undefined {
  return room.occupations
    .filter(({ from, until }) => from <= instantMs && instantMs < until)
    .reduce<Occupation | undefined>((last, next) => (last && last.from > next.from ? last : next), undefined);
}

/** The rooms that a touchpoint gives to its stay or takes from it. Told from the stay after the touchpoint, so that it is the same each time. */
export function roomChanges(
  touchpoint: Touchpoint,
  stay: Stay,
): { type: 'RoomOccupied' | 'RoomVacated'; room: string }[] {
  const { reservation, type } = touchpoint;
  if (type === 'checked_out') {
    const room = reservation?.room ?? stay.room;
    return room ? [{ type: 'RoomVacated', room }] : [];
  }
  const movesIn = type === 'checked_in' || (type === 'room_assigned' && stay.status === 'in_house');
  if (!movesIn || !reservation?.room) return [];
  const left = stay.rooms
    .filter((room) => room !== reservation.room)
    .map((room) => ({ type: 'RoomVacated' as const, room }));
  return [...left, { type: 'RoomOccupied', room: reservation.room }];
}

/** What a touchpoint tells of a room: nothing where it was told before. */
export function decideRoom(room: Room, type: 'RoomOccupied' | 'RoomVacated', data: Occupancy): RoomEvent[] {
  return room.touchpointIds.has(`${type} ${data.touchpointId}`) ? [] : [{ type, data }];
}
