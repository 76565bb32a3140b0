import type { JourneyEvent, RecordedTouchpoint } from '@bellhop/contracts';

/** The rows of a batch, by table. */
export interface FactRows {
  touchpoint_facts: object[];
  rating_facts: object[];
}

const iso = (ms: number) => new Date(ms).toISOString();

/** The facts that journey events state. Only recorded touchpoints are facts; the other events describe guests and stays. */
export function factRowsOf(events: readonly JourneyEvent[]): FactRows {
  const recorded = events.filter((event) => event.touchpoint !== null);
  return {
    touchpoint_facts: recorded.map((event) => touchpointRow(event, event.touchpoint as RecordedTouchpoint)),
    rating_facts: recorded.flatMap((event) => ratingRows(event, event.touchpoint as RecordedTouchpoint)),
  };
}

/** What both kinds of facts say of where they come from and where they belong. */
function commonColumns(event: JourneyEvent, { touchpoint, ...decided }: RecordedTouchpoint) {
  return {
    touchpoint_id: touchpoint.touchpointId,
    sign: 1,
    event_id: event.eventId,
    stream: event.stream,
    revision: event.revision,
    position: event.position,
    property_id: touchpoint.propertyId,
    business_date: decided.businessDate,
    source: touchpoint.source,
    vendor: touchpoint.vendor,
    channel: touchpoint.channel,
    stage: decided.stage,
    guest_id: decided.guestId,
    stay_id: decided.stayId,
    occurred_at: iso(touchpoint.occurredAt),
    language: decided.sentiment?.language ?? '',
  };
}

function touchpointRow(event: JourneyEvent, recorded: RecordedTouchpoint): object {
  const { touchpoint, sentiment, attribution } = recorded;
  return {
    ...commonColumns(event, recorded),
    type: touchpoint.type,
    actor: touchpoint.actor,
    attribution,
    received_at: iso(touchpoint.receivedAt),
    recorded_at: iso(event.recordedAt),
    conversation_id: touchpoint.conversationId ?? '',
    text: touchpoint.text ?? '',
    sentiment: sentiment?.score ?? null,
    sentiment_label: sentiment?.label ?? '',
    sentiment_model: sentiment?.model ?? '',
  };
}

function ratingRows(event: JourneyEvent, recorded: RecordedTouchpoint): object[] {
  return recorded.touchpoint.ratings.map((rating, answer) => ({
    ...commonColumns(event, recorded),
    answer,
    metric: rating.metric,
    value: rating.value,
    scale_min: rating.scaleMin,
    scale_max: rating.scaleMax,
    question: rating.question ?? '',
  }));
}
