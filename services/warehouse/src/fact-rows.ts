import type { JourneyEvent, RecordedTouchpoint } from '@bellhop/contracts';

/** The rows of a batch, by table. */
export interface FactRows {
  touchpoint_facts: object[];
  rating_facts: object[];
  topic_facts: object[];
}

const iso = (ms: number) => new Date(ms).toISOString();

/** What an event states (1) or takes back (-1) of a touchpoint. */
interface Statement {
  event: JourneyEvent;
  recorded: RecordedTouchpoint;
  sign: 1 | -1;
}

/**
 * The facts that journey events state. Only what is recorded of touchpoints is a fact; the other events describe guests
 * and stays. A correction takes back what held before and states what holds from now on.
 */
export function factRowsOf(events: readonly JourneyEvent[]): FactRows {
  const statements = events.flatMap(statementsOf);
  return {
    touchpoint_facts: statements.map(touchpointRow),
    rating_facts: statements.flatMap(ratingRows),
    topic_facts: statements.flatMap(topicRows),
  };
}

function statementsOf(event: JourneyEvent): Statement[] {
  if (event.touchpoint) return [{ event, recorded: event.touchpoint, sign: 1 }];
  if (!event.correction) return [];
  const { touchpoint, before, after } = event.correction;
  return [
    { event, recorded: { touchpoint, ...before }, sign: -1 },
    { event, recorded: { touchpoint, ...after }, sign: 1 },
  ];
}

/** What all facts say of where they come from and where they belong. */
function commonColumns({ event, recorded: { touchpoint, ...decided }, sign }: Statement) {
  return {
    touchpoint_id: touchpoint.touchpointId,
    sign,
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

function touchpointRow(statement: Statement): object {
  const { event, recorded } = statement;
  const { touchpoint, sentiment, attribution } = recorded;
  return {
    ...commonColumns(statement),
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
    urgent: sentiment?.urgent ?? false,
  };
}

function ratingRows(statement: Statement): object[] {
  return statement.recorded.touchpoint.ratings.map((rating, answer) => ({
    ...commonColumns(statement),
    answer,
    metric: rating.metric,
    value: rating.value,
    scale_min: rating.scaleMin,
    scale_max: rating.scaleMax,
    question: rating.question ?? '',
  }));
}

function topicRows(statement: Statement): object[] {
  const topics = statement.recorded.sentiment?.topics ?? [];
  return topics.map(({ topic, sentiment }) => ({ ...commonColumns(statement), topic, sentiment }));
}
