import type { ClickHouse } from '@bellhop/clickhouse';
import type { CountedFigures } from '@bellhop/simulator';

interface Count {
  property_id: string;
  part: string;
  n: number;
}

interface Sums {
  property_id: string;
  touchpoints: number;
  texts: number;
  sentiment: number;
}

interface Ratings {
  property_id: string;
  nps_n: number;
  promoters: number;
  detractors: number;
  csat_n: number;
  top_two: number;
  ces_n: number;
  ces_sum: number;
  ces_max: number;
  review_n: number;
  review_sum: number;
}

/**
 * The figures that ClickHouse's rollups hold, in the shape of the simulator's truth. Vendors whose touchpoints are dated
 * by their receipt are left out of the stages, which is why these are counted from the facts.
 */
export async function countedFigures(
  clickhouse: ClickHouse,
  stagesLeaveOut: readonly string[],
): Promise<CountedFigures> {
  const by = (column: string, what = 'sum(touchpoints)', table = 'touchpoint_rollup') =>
    clickhouse.query<Count>(
      `SELECT property_id, ${column} AS part, ${what} AS n FROM ${table} GROUP BY property_id, part HAVING n != 0`,
    );
  const [sums, ratings, sources, channels, languages, topics, stages, quarantined] = await Promise.all([
    clickhouse.query<Sums>(
      'SELECT property_id, sum(touchpoints) AS touchpoints, sum(texts) AS texts, toFloat64(sum(sentiment_sum)) AS sentiment FROM touchpoint_rollup GROUP BY property_id',
    ),
    clickhouse.query<Ratings>(RATINGS),
    by('source'),
    by('channel'),
    by("if(language = '', 'unknown', toString(language))", 'sum(texts)'),
    by('topic', 'sum(mentions)', 'topic_rollup'),
    clickhouse.query<Count>(
      'SELECT property_id, stage AS part, sum(sign) AS n FROM touchpoint_facts WHERE NOT has({out:Array(String)}, vendor) GROUP BY property_id, part HAVING n != 0',
      { out: stagesLeaveOut },
    ),
    clickhouse.query<{ code: string; n: number }>(
      'SELECT code, uniqExact(quarantine_id) AS n FROM quarantine GROUP BY code',
    ),
  ]);
  const counts = (rows: Count[], id: string) =>
    Object.fromEntries(rows.filter(({ property_id }) => property_id === id).map(({ part, n }) => [part, n]));
  return {
    properties: Object.fromEntries(
      sums.map(({ property_id: id, touchpoints, texts, sentiment }) => [
        id,
        {
          touchpoints,
          bySource: counts(sources, id),
          byChannel: counts(channels, id),
          byLanguage: counts(languages, id),
          byStage: counts(stages, id),
          byTopic: counts(topics, id),
          sentiment: { n: texts, sum: sentiment },
          ...ratingFigures(ratings.find(({ property_id }) => property_id === id)),
        },
      ]),
    ),
    quarantined: Object.fromEntries(quarantined.map(({ code, n }) => [code, n])),
  };
}

const RATINGS = `
  SELECT property_id,
    sumIf(answers, metric = 'nps') AS nps_n, sum(promoters) AS promoters, sum(detractors) AS detractors,
    sumIf(answers, metric = 'csat') AS csat_n, sum(top_two) AS top_two,
    sumIf(answers, metric = 'ces') AS ces_n, toFloat64(sumIf(value_sum, metric = 'ces')) AS ces_sum, toFloat64(maxIf(scale_max, metric = 'ces')) AS ces_max,
    sumIf(answers, metric = 'review') AS review_n,
    sumIf(100 * (toFloat64(value_sum) - toFloat64(scale_min) * answers) / toFloat64(scale_max - scale_min), metric = 'review') AS review_sum
  FROM rating_rollup GROUP BY property_id`;

function ratingFigures(row: Ratings | undefined) {
  return {
    nps: { n: row?.nps_n ?? 0, promoters: row?.promoters ?? 0, detractors: row?.detractors ?? 0 },
    csat: { n: row?.csat_n ?? 0, topTwo: row?.top_two ?? 0 },
    ces: { n: row?.ces_n ?? 0, sum: row?.ces_sum ?? 0, scaleMax: row?.ces_max ?? 0 },
    reviewIndex: { n: row?.review_n ?? 0, sum: row?.review_sum ?? 0 },
  };
}
