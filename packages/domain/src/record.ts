import {
  type Attribution,
  type Property,
  type RecordedTouchpoint,
  type Sentiment,
  stayIdOf,
  type Touchpoint,
} from '@bellhop/contracts';
import { businessDate } from './business-day.js';
import { type Guest, stayOn, type TouchpointRecorded, unknownGuest, withStay } from './guest.js';
import { type StayDates, stageOf } from './stage.js';

/** Whom a touchpoint was found to be of, and how. */
export interface Attributed {
  guestId: string | null;
  attribution: Attribution;
  alsoMatched: string[];
  /** The stay that occupied the room, where that is how the guest was found. */
  stayId?: string;
}

export interface RecordCommand {
  touchpoint: Touchpoint;
  attributed: Attributed;
  property: Property;
  sentiment: Sentiment | null;
  /** The dates of the stay that the touchpoint names, from `stay-…`; undefined where it names none. */
  namedStay?: StayDates | undefined;
}

/** The event that puts a touchpoint into a guest's history, or none where it is there already. */
export function decideRecord(guest: Guest | undefined, command: RecordCommand): TouchpointRecorded[] {
  if (guest?.touchpointIds.has(command.touchpoint.touchpointId)) return [];
  return [{ type: 'TouchpointRecorded', data: recorded(guest ?? unknownGuest, command) }];
}

function recorded(
  guest: Guest,
  { touchpoint, attributed, property, sentiment, namedStay }: RecordCommand,
): RecordedTouchpoint {
  const date = businessDate(touchpoint.occurredAt, property);
  const namedStayId = touchpoint.reservation
    ? stayIdOf(touchpoint.propertyId, touchpoint.reservation.code)
    : null;
  const stays = withStay(guest.stays, { touchpoint, stayId: namedStayId });
  const stayId =
    namedStayId ?? attributed.stayId ?? stayOn(stays, touchpoint.propertyId, date)?.stayId ?? null;
  const dates = namedStayId && namedStay ? namedStay : stays.get(stayId ?? '');
  return {
    touchpoint,
    guestId: attributed.guestId,
    stayId,
    stage: stageOf(touchpoint.type, date, dates),
    businessDate: date,
    attribution: attributed.attribution,
    alsoMatched: attributed.alsoMatched,
    sentiment,
  };
}
