import {
  type Identifier,
  identifierHashOf,
  type Occupancy,
  type Property,
  type Sentiment,
  STREAMS,
  stableUuid,
  stayIdOf,
  type Touchpoint,
} from '@bellhop/contracts';
import {
  type Attributed,
  decideRecord,
  decideRoom,
  decideStay,
  type IdentifierClaimed,
  ownerOf,
  roomChanges,
  type Stay,
} from '@bellhop/domain';
import { type NewEvent, WrongRevision } from '@bellhop/eventstore';
import type { StepBoundary } from '@bellhop/runtime';
import { type Attribution, attribute } from './attribute.js';
import type { Histories } from './histories.js';

export interface RecordDependencies {
  histories: Histories;
  /** Scores a guest's text. */
  score(text: string, statedLanguage: string | null): Sentiment;
  boundary: StepBoundary;
}

const MAX_ATTEMPTS = 50;

/**
 * Puts a touchpoint into its guest's history, once. Returns whether it is new. When somebody else appended meanwhile,
 * everything is read and decided again.
 */
export function createRecordTouchpoint({ histories, score, boundary }: RecordDependencies) {
  return async function recordTouchpoint(touchpoint: Touchpoint, property: Property): Promise<boolean> {
    const sentiment =
      touchpoint.actor === 'guest' && touchpoint.text
        ? score(touchpoint.text, touchpoint.textLanguage)
        : null;
    for (let attempt = 1; ; attempt++) {
      try {
        return await recordOnce({ touchpoint, property, sentiment }, histories, boundary);
      } catch (error) {
        if (!(error instanceof WrongRevision) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  };
}

interface Recording {
  touchpoint: Touchpoint;
  property: Property;
  sentiment: Sentiment | null;
}

async function recordOnce(
  recording: Recording,
  histories: Histories,
  boundary: StepBoundary,
): Promise<boolean> {
  const { attributed, toClaim } = await attribute(recording.touchpoint, histories);
  return attributed.guestId === null
    ? recordInRoom(recording, attributed, histories)
    : recordForGuest({ ...recording, attributed, guestId: attributed.guestId, toClaim }, histories, boundary);
}

/**
 * The appends of one touchpoint, in this order. Each is idempotent by the touchpoint's id, and the guest's comes last:
 * a redelivery that finds it there knows that all of it is done; one that does not runs every step again.
 */
async function recordForGuest(
  recording: Recording & Attribution & { guestId: string },
  histories: Histories,
  boundary: StepBoundary,
): Promise<boolean> {
  const { touchpoint, guestId, attributed, toClaim } = recording;
  const stream = STREAMS.guest(guestId);
  const guest = await histories.guests.load(stream);
  if (guest.state.touchpointIds.has(touchpoint.touchpointId)) return false;
  // 1. The identifiers, strongest first, so that whoever comes with the same ones finds this guest.
  for (const identifier of toClaim) await claim(identifier, touchpoint, guestId, histories);
  boundary('identifiers-claimed');
  // 2. The stay, then its rooms, or the room whose occupant this is.
  const namedStay = await recordStay(touchpoint, guestId, histories, boundary);
  if (touchpoint.room !== null && attributed.stayId)
    await attributeInRoom(touchpoint, touchpoint.room, guestId, attributed.stayId, histories);
  boundary('stay-recorded');
  // 3. The guest.
  const events = decideRecord(guest.state, { ...recording, namedStay });
  await histories.guests.append(stream, guest, eventsOf(touchpoint, stream, events));
  boundary('guest-recorded');
  return true;
}

/** Holds on to who occupied the room, so that a redelivery goes to the same guest when a late check-in says otherwise. */
async function attributeInRoom(
  touchpoint: Touchpoint,
  room: string,
  guestId: string,
  stayId: string,
  { rooms }: Histories,
): Promise<void> {
  const { propertyId, occurredAt, touchpointId } = touchpoint;
  const stream = STREAMS.room(propertyId, room);
  const on = await rooms.load(stream);
  if (on.state.attributed.has(touchpointId)) return;
  const data: Occupancy = { propertyId, room, stayId, guestId, occurredAt, touchpointId };
  await rooms.append(stream, on, eventsOf(touchpoint, stream, [{ type: 'TouchpointAttributed', data }]));
}

/** Nobody is known to have occupied the room: the room's stream keeps the touchpoint until a stay claims that time. */
async function recordInRoom(
  recording: Recording,
  attributed: Attributed,
  { rooms }: Histories,
): Promise<boolean> {
  const { touchpoint } = recording;
  const stream = STREAMS.room(touchpoint.propertyId, touchpoint.room ?? '');
  const room = await rooms.load(stream);
  if (room.state.unattributed.has(touchpoint.touchpointId)) return false;
  await rooms.append(
    stream,
    room,
    eventsOf(touchpoint, stream, decideRecord(undefined, { ...recording, attributed })),
  );
  return true;
}

async function claim(
  identifier: Identifier,
  touchpoint: Touchpoint,
  guestId: string,
  { identifiers }: Histories,
): Promise<void> {
  const identifierHash = identifierHashOf(identifier);
  const { kind, verified } = identifier;
  const stream = STREAMS.identifier(identifierHash);
  const data: IdentifierClaimed = {
    identifierHash,
    kind,
    verified,
    guestId,
    touchpointId: touchpoint.touchpointId,
  };
  const on = await identifiers.load(stream);
  const owner = ownerOf(identifier, on.state);
  if (owner === guestId) return;
  // Memory is shared: another touchpoint of this process may have claimed it since this one was attributed.
  if (owner !== undefined) throw new WrongRevision(`${stream} was claimed by another guest meanwhile`);
  await identifiers.append(stream, on, eventsOf(touchpoint, stream, [{ type: 'IdentifierClaimed', data }]));
}

async function recordStay(
  touchpoint: Touchpoint,
  guestId: string,
  { stays, rooms }: Histories,
  boundary: StepBoundary,
): Promise<Stay | undefined> {
  if (!touchpoint.reservation) return undefined;
  const { propertyId, touchpointId } = touchpoint;
  const stayId = stayIdOf(propertyId, touchpoint.reservation.code);
  const stream = STREAMS.stay(stayId);
  const before = await stays.load(stream);
  const told = decideStay(before.state, touchpoint, { stayId, guestId });
  const after =
    told.length > 0 ? await stays.append(stream, before, eventsOf(touchpoint, stream, told)) : before;
  boundary('stay-told');
  for (const { type, room, at } of after.state ? roomChanges(touchpoint, after.state) : []) {
    const roomStream = STREAMS.room(propertyId, room);
    const on = await rooms.load(roomStream);
    const events = decideRoom(on.state, type, {
      propertyId,
      room,
      stayId,
      guestId,
      occurredAt: at,
      touchpointId,
    });
    if (events.length > 0) await rooms.append(roomStream, on, eventsOf(touchpoint, roomStream, events));
  }
  return after.state;
}

/** The id makes the append idempotent: the same touchpoint always gives the same event. */
function eventsOf(
  { touchpointId }: Touchpoint,
  stream: string,
  events: readonly { type: string; data: object }[],
): NewEvent[] {
  return events.map(({ type, data }) => ({
    id: stableUuid('event', touchpointId, stream, type),
    type,
    data,
  }));
}
