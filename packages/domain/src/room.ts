import type { Correction, Occupancy, Touchpoint } from '@bellhop/contracts';
import type { Stay } from './stay.js';

/** Whose a room is. */
export interface Occupant {
  stayId: string;
  guestId: string;
}

/** A stay took the room or left it; milliseconds since 1970 UTC. */
interface Move extends Occupant {
  at: number;
  isIn: boolean;
}

/** fold of `room-…`. */
export interface Room {
  /** In order of arrival, which is not that of time: a check-out may arrive before its check-in. */
  moves: readonly Move[];
  /** Who each touchpoint of the room was attributed to, so that a redelivery goes to the same guest whatever became known since. */
  attributed: ReadonlyMap<string, Occupant>;
  /** Touchpoints that were recorded here because nobody was known to occupy the room. */
  unattributed: ReadonlySet<string>;
  touchpointIds: ReadonlySet<string>;
}

export type RoomEvent =
  | { type: 'RoomOccupied' | 'RoomVacated' | 'TouchpointAttributed'; data: Occupancy }
  | { type: 'TouchpointRecorded'; data: { touchpoint: { touchpointId: string } } }
  | { type: 'TouchpointRescored'; data: Correction };

export const emptyRoom: Room = {
  moves: [],
  attributed: new Map(),
  unattributed: new Set(),
  touchpointIds: new Set(),
};

export function evolveRoom(room: Room, event: RoomEvent): Room {
  if (event.type === 'TouchpointRescored') return room;
  if (event.type === 'TouchpointRecorded') {
    return { ...room, unattributed: new Set(room.unattributed).add(event.data.touchpoint.touchpointId) };
  }
  const { stayId, guestId, occurredAt, touchpointId } = event.data;
  if (event.type === 'TouchpointAttributed') {
    return { ...room, attributed: new Map(room.attributed).set(touchpointId, { stayId, guestId }) };
  }
  return {
    ...room,
    moves: [...room.moves, { stayId, guestId, at: occurredAt, isIn: event.type === 'RoomOccupied' }],
    touchpointIds: new Set(room.touchpointIds).add(`${event.type} ${touchpointId}`),
  };
}

/** Whose a touchpoint of the room is: as it was attributed before, else who occupied the room at that time. */
export function occupantOf(room: Room, touchpoint: Touchpoint): Occupant | undefined {
  if (room.unattributed.has(touchpoint.touchpointId)) return undefined;
  return room.attributed.get(touchpoint.touchpointId) ?? occupantAt(room, touchpoint.occurredAt);
}

/** Who occupied the room at an instant: of those who had not left by then, the one who came last. */
export function occupantAt(room: Room, instantMs: number): Occupant | undefined {
  const lastOf = new Map<string, Move>();
  for (const move of room.moves) {
    const last = lastOf.get(move.stayId);
    const isLater = !last || move.at > last.at || (move.at === last.at && !move.isIn);
    if (move.at <= instantMs && isLater) lastOf.set(move.stayId, move);
  }
  const present = [...lastOf.values()].filter(({ isIn }) => isIn);
  const [occupant] = present.sort((a, b) => b.at - a.at || (a.stayId < b.stayId ? -1 : 1));
  return occupant && { stayId: occupant.stayId, guestId: occupant.guestId };
}

export interface RoomChange {
  type: 'RoomOccupied' | 'RoomVacated';
  room: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
}

/** The rooms that a touchpoint gives to its stay or takes from it. Told from the stay after the touchpoint, so that it is the same each time. */
export function roomChanges({ reservation, type, occurredAt: at }: Touchpoint, stay: Stay): RoomChange[] {
  if (type === 'checked_out') {
    const room = reservation?.room ?? stay.room;
    return room ? [{ type: 'RoomVacated', room, at }] : [];
  }
  const movesIn =
    type === 'checked_in' ||
    (type === 'room_assigned' && (reservation?.status ?? stay.status) === 'in_house');
  const room = reservation?.room;
  if (!movesIn || !room) return [];
  const left = stay.rooms
    .filter((other) => other !== room)
    .map((other): RoomChange => ({ type: 'RoomVacated', room: other, at }));
  const movedOnAt = Math.min(
    ...stay.movedIn.filter((next) => next.room !== room && next.at > at).map((next) => next.at),
  );
  // A move that is known already ends the time in this room, which it could not do when it arrived.
  const movedOn: RoomChange[] = Number.isFinite(movedOnAt)
    ? [{ type: 'RoomVacated', room, at: movedOnAt }]
    : [];
  return [...left, { type: 'RoomOccupied', room, at }, ...movedOn];
}

/** What a touchpoint tells of a room: nothing where it was told before. */
export function decideRoom(room: Room, type: 'RoomOccupied' | 'RoomVacated', data: Occupancy): RoomEvent[] {
  return room.touchpointIds.has(`${type} ${data.touchpointId}`) ? [] : [{ type, data }];
}
