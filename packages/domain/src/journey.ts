import type { RecordedTouchpoint, Stage, TouchpointType } from '@bellhop/contracts';
import { type Guest, type GuestEvent, withStay } from './guest.js';

/** A touchpoint as a journey shows it. */
export interface JourneyStep {
  touchpointId: string;
  occurredAt: number;
  propertyId: string;
  stayId: string | null;
  stage: Stage;
  source: string;
  channel: string;
  type: TouchpointType;
  actor: string;
  text: string | null;
  language: string | null;
  sentiment: number | null;
  topics: readonly string[];
  urgent: boolean;
  ratings: { metric: string; value: number; scaleMax: number }[];
}

/** A guest's journey: a fold of `guest-…`, in order of when things happened and not of when they arrived. */
export interface Journey {
  name: string | null;
  /** The time of the touchpoint that the name is from. */
  namedAt: number;
  stays: Guest['stays'];
  touchpoints: readonly JourneyStep[];
}

export const emptyJourney: Journey = {
  name: null,
  namedAt: Number.NEGATIVE_INFINITY,
  stays: new Map(),
  touchpoints: [],
};

export function evolveJourney(journey: Journey, event: GuestEvent): Journey {
  if (event.type === 'TouchpointRescored')
    return withStep(journey, stepOf({ ...event.data, ...event.data.after }));
  const { data } = event;
  const { touchpoint } = data;
  const step = stepOf(data);
  const { name, namedAt } = journey;
  const namesGuest =
    touchpoint.actor !== 'staff' && touchpoint.guestName !== null && touchpoint.occurredAt >= namedAt;
  const after = journey.touchpoints.findLastIndex(({ occurredAt }) => occurredAt <= step.occurredAt) + 1;
  return {
    ...(namesGuest ? { name: touchpoint.guestName, namedAt: touchpoint.occurredAt } : { name, namedAt }),
    stays: withStay(journey.stays, data),
    touchpoints: journey.touchpoints.toSpliced(after, 0, step),
  };
}

/** The journey with what holds of a touchpoint now in the place of what held of it before. */
function withStep(journey: Journey, step: JourneyStep): Journey {
  const at = journey.touchpoints.findIndex(({ touchpointId }) => touchpointId === step.touchpointId);
  return { ...journey, touchpoints: journey.touchpoints.with(at, step) };
}

function stepOf({ touchpoint, stayId, stage, sentiment }: RecordedTouchpoint): JourneyStep {
  return {
    touchpointId: touchpoint.touchpointId,
    occurredAt: touchpoint.occurredAt,
    propertyId: touchpoint.propertyId,
    stayId,
    stage,
    source: touchpoint.source,
    channel: touchpoint.channel,
    type: touchpoint.type,
    actor: touchpoint.actor,
    text: touchpoint.text,
    language: sentiment?.language ?? null,
    sentiment: sentiment?.score ?? null,
    // Events from before topics were found have none.
    topics: sentiment?.topics?.map(({ topic }) => topic) ?? [],
    urgent: sentiment?.urgent ?? false,
    ratings: touchpoint.ratings.map(({ metric, value, scaleMax }) => ({ metric, value, scaleMax })),
  };
}
