import type { ClickHouse } from '@bellhop/clickhouse';
import { GROUPS, STREAM_PREFIXES, TOPICS } from '@bellhop/contracts';
import type { EventStore } from '@bellhop/eventstore';
import { type GroupLag, groupLags, groupMetadata, type Kafka } from '@bellhop/kafka';

/** How far each station of the pipeline has come. */
export interface StationStatus {
  consumers: GroupLag[];
  /** Commit positions in EventStoreDB; 0 where there is no event yet. */
  relay: { published: number; newest: number };
  /** Rows in ClickHouse. */
  tables: { touchpoints: number; ratings: number; guests: number; quarantined: number };
}

const FIRST = [{ group: GROUPS.recorder, topic: TOPICS.touchpoints }] as const;
const AFTER_RECORDER_AND_RELAY = [
  { group: GROUPS.quarantine, topic: TOPICS.quarantine },
  { group: GROUPS.warehouse, topic: TOPICS.journeyEvents },
  { group: GROUPS.journeys, topic: TOPICS.journeyEvents },
] as const;

/** Looks at the stations in the order of the flow: what one has let go by, the next ones are asked about afterwards. */
export async function stationStatus(
  kafka: Kafka,
  store: EventStore,
  clickhouse: ClickHouse,
): Promise<StationStatus> {
  const before = await groupLags(kafka, FIRST);
  const newest = await store.lastPosition(STREAM_PREFIXES);
  const position = await groupMetadata(kafka, GROUPS.relay, TOPICS.journeyEvents);
  const after = await groupLags(kafka, AFTER_RECORDER_AND_RELAY);
  const [tables] = await clickhouse.query<StationStatus['tables']>(
    `SELECT (SELECT sum(touchpoints) FROM touchpoint_rollup) AS touchpoints, (SELECT sum(answers) FROM rating_rollup) AS ratings,
       (SELECT uniqExact(guest_id) FROM guest_journeys) AS guests, (SELECT uniqExact(quarantine_id) FROM quarantine) AS quarantined`,
  );
  return {
    consumers: [...before, ...after],
    relay: { published: Number(position ?? 0), newest: newest ?? 0 },
    tables: tables ?? { touchpoints: 0, ratings: 0, guests: 0, quarantined: 0 },
  };
}

/** Whether everything that Kafka has taken has reached ClickHouse. */
export const isDrained = ({ consumers, relay }: StationStatus): boolean =>
  relay.published === relay.newest && consumers.every(({ lag }) => lag === 0);
