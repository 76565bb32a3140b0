import {
  emptyRoom,
  evolveGuest,
  evolveOwners,
  evolveRoom,
  evolveStay,
  type Guest,
  type GuestEvent,
  type IdentifierClaimed,
  type IdentifierOwners,
  type Room,
  type RoomEvent,
  type Stay,
  type StayEvent,
  unknownGuest,
  unowned,
} from '@bellhop/domain';
import { createHistory, type EventStore, type History } from '@bellhop/eventstore';

/** The streams that the recorder decides on. */
export interface Histories {
  identifiers: History<IdentifierOwners>;
  stays: History<Stay | undefined>;
  rooms: History<Room>;
  guests: History<Guest>;
}

export function createHistories(store: EventStore, maxStreams: number): Histories {
  return {
    identifiers: createHistory<IdentifierOwners>({
      store,
      maxStreams,
      initial: unowned,
      evolve: (owners, { data }) => evolveOwners(owners, data as IdentifierClaimed),
    }),
    stays: createHistory<Stay | undefined>({
      store,
      maxStreams,
      initial: undefined,
      evolve: (stay, event) => evolveStay(stay, event as StayEvent),
    }),
    rooms: createHistory<Room>({
      store,
      maxStreams,
      initial: emptyRoom,
      evolve: (room, event) => evolveRoom(room, event as RoomEvent),
    }),
    guests: createHistory<Guest>({
      store,
      maxStreams,
      initial: unknownGuest,
      evolve: (guest, event) => evolveGuest(guest, event as GuestEvent),
    }),
  };
}
