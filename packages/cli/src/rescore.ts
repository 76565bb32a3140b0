import type { ClickHouse } from '@bellhop/clickhouse';
import { type Sentiment, stableUuid } from '@bellhop/contracts';
import { decideRescore, recordedTouchpoints } from '@bellhop/domain';
import { type EventStore, type NewEvent, WrongRevision } from '@bellhop/eventstore';
import { sideBySide } from '@bellhop/runtime';

/** Which texts are scored anew. */
export interface RescoreQuery {
  property?: string | undefined;
  /** Business days, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface RescoreDependencies {
  clickhouse: ClickHouse;
  store: EventStore;
  /** The model that `score` scores with. */
  model: string;
  score(text: string, statedLanguage: string | null): Sentiment;
  onProgress(done: number, total: number): void;
}

type Scoring = Pick<RescoreDependencies, 'store' | 'model' | 'score'>;

interface Selected {
  stream: string;
  touchpointIds: string[];
}

const STREAMS_A_PAGE = 5_000;
const STREAMS_SIDE_BY_SIDE = 32;
const MAX_ATTEMPTS = 50;

const OF_ANOTHER_MODEL = `FROM current_touchpoints
  WHERE sentiment IS NOT NULL AND sentiment_model != {model:String}
    AND ({property:String} = '' OR property_id = {property:String})
    AND business_date >= {from:Date} AND business_date <= {to:Date}`;

/**
 * Appends a TouchpointRescored event for every text that another model has scored. ClickHouse says which streams hold
 * such texts; what is appended is decided on the stream itself. So it may be stopped at any moment and started again:
 * what has been done is not done twice. Returns how many texts there were, and how many of them were scored anew.
 */
export async function rescore(
  query: RescoreQuery,
  { clickhouse, store, model, score, onProgress }: RescoreDependencies,
): Promise<{ texts: number; rescored: number }> {
  const parameters = {
    model,
    property: query.property ?? '',
    from: query.from ?? '1970-01-01',
    to: query.to ?? '2149-06-06',
  };
  const [counted] = await clickhouse.query<{ n: number }>(
    `SELECT count() AS n ${OF_ANOTHER_MODEL}`,
    parameters,
  );
  const texts = counted?.n ?? 0;
  let [done, rescored, after] = [0, 0, ''];
  for (;;) {
    const page = await clickhouse.query<Selected>(
      `SELECT stream, groupArray(toString(touchpoint_id)) AS touchpointIds ${OF_ANOTHER_MODEL} AND stream > {after:String}
       GROUP BY stream ORDER BY stream LIMIT ${STREAMS_A_PAGE}`,
      { ...parameters, after },
    );
    const last = page.at(-1);
    if (!last) return { texts, rescored };
    await sideBySide(page, STREAMS_SIDE_BY_SIDE, async (selected) => {
      // Added once it is known: others add to the sum meanwhile.
      const more = await rescoreStream(selected, { store, model, score });
      rescored += more;
      done += selected.touchpointIds.length;
      onProgress(done, texts);
    });
    after = last.stream;
  }
}

/** How many texts of a stream were scored anew. Decides again when somebody else appended meanwhile. */
async function rescoreStream(selected: Selected, scoring: Scoring): Promise<number> {
  let rescored = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      await rescoreOnce(selected, scoring, () => {
        rescored += 1;
      });
      return rescored;
    } catch (error) {
      if (!(error instanceof WrongRevision) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** One append an event: two long texts together may be more than EventStoreDB takes at once. */
async function rescoreOnce(
  { stream, touchpointIds }: Selected,
  { store, model, score }: Scoring,
  onRescored: () => void,
): Promise<void> {
  const events = await store.read(stream);
  const recorded = recordedTouchpoints(events);
  let revision = events.at(-1)?.revision ?? -1;
  for (const touchpointId of touchpointIds) {
    const before = recorded.get(touchpointId);
    if (!before)
      throw new Error(`ClickHouse has touchpoint ${touchpointId} in ${stream}, and EventStoreDB has not`);
    if (before.sentiment?.model === model) continue;
    const { text, textLanguage } = before.touchpoint;
    for (const { type, data } of decideRescore(before, score(text ?? '', textLanguage))) {
      const id = stableUuid('event', touchpointId, stream, type, String(revision + 1));
      revision = await store.append(stream, revision, [{ id, type, data } satisfies NewEvent]);
      onRescored();
    }
  }
}
