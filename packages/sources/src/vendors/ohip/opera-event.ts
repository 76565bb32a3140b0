import { digestOf } from '../../digest.js';
import { type Read, readShape } from '../../payload.js';
import { polledEvent, streamedEvent } from './payload-schema.js';

interface Change {
  before: string | undefined;
  after: string | undefined;
}

/** A business event, whether it was polled or streamed. */
export interface OperaEvent {
  id: string;
  module: string;
  /** In capitals and words: NEW RESERVATION, also where it was sent as NewReservation. */
  action: string;
  primaryKey: string;
  hotelId: string;
  /** Polled ones have no zone. */
  time: string | undefined;
  elements: ReadonlyMap<string, Change>;
}

/** A name in capitals and words: UpdateReservation, UPDATE_RESERVATION and update reservation are one. */
export const nameOf = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim()
    .toUpperCase();

export function readPolled(value: unknown, at?: string): Read<OperaEvent> {
  const read = readShape(value, polledEvent, at);
  if (!read.ok) return read;
  const { businessEvent, businessEventId } = read.value;
  const { header, details } = businessEvent;
  const changes = (details ?? []).map(({ dataElement, oldValue, newValue }): [string, Change] => [
    nameOf(dataElement),
    changeOf(oldValue, newValue),
  ]);
  const { hotelId, primaryKey, actionType, actionId, createdDateTime } = header;
  const id = businessEventId?.id || digestOf(primaryKey, actionType, actionId, createdDateTime, changes);
  return {
    ok: true,
    value: {
      id: `${hotelId}:${id}`,
      module: nameOf(header.moduleName ?? ''),
      action: nameOf(actionType),
      primaryKey,
      hotelId,
      time: createdDateTime ?? undefined,
      elements: new Map(changes),
    },
  };
}

export function readStreamed(value: unknown): Read<OperaEvent> {
  const read = readShape(value, streamedEvent);
  if (!read.ok) return read;
  const event = read.value;
  return {
    ok: true,
    value: {
      id: event.metadata.uniqueEventId,
      module: nameOf(event.moduleName ?? ''),
      action: nameOf(event.eventName),
      primaryKey: event.primaryKey,
      hotelId: event.hotelId,
      time: event.timestamp ?? undefined,
      elements: new Map(
        (event.detail ?? []).map(({ elementName, oldValue, newValue }) => [
          nameOf(elementName),
          changeOf(oldValue, newValue),
        ]),
      ),
    },
  };
}

const changeOf = (before: string | null | undefined, after: string | null | undefined): Change => ({
  before: before || undefined,
  after: after || undefined,
});

/** What an element is after the event; undefined where it is cleared, or not in the event. */
export const elementOf = ({ elements }: OperaEvent, name: string): string | undefined =>
  elements.get(name)?.after;

/** What an element became by this event; undefined where it stayed as it was. */
export const newValueOf = (event: OperaEvent, name: string): string | undefined =>
  changed(event, name)?.after;

/** What an element was, where this event changed it. */
export const previousOf = (event: OperaEvent, name: string): string | undefined =>
  changed(event, name)?.before;

function changed({ elements }: OperaEvent, name: string): Change | undefined {
  const change = elements.get(name);
  return change && change.after !== change.before ? change : undefined;
}
