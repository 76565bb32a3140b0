import type { ClickHouse } from '@bellhop/clickhouse';
import { csat, type Figure, mean, nps } from '@bellhop/domain';

export const DIMENSIONS = ['source', 'stage', 'channel', 'language', 'topic'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface MetricsQuery {
  property?: string | undefined;
  /** Business days, YYYY-MM-DD, both included. */
  from?: string | undefined;
  to?: string | undefined;
  by?: Dimension | undefined;
}

/** The metrics of one property, and of one value of the dimension where there is one. Undefined: nobody answered. */
export interface MetricRow {
  property: string;
  group: string | null;
  touchpoints: number;
  nps: Figure | undefined;
  csat: Figure | undefined;
  ces: Figure | undefined;
  review_index: Figure | undefined;
  sentiment: Figure | undefined;
}

interface TouchpointSums {
  property_id: string;
  part: string;
  touchpoints: number;
  texts: number;
  sentiment_sum: number;
  sentiment_square_sum: number;
}

interface RatingSums {
  property_id: string;
  part: string;
  metric: string;
  scale_min: number;
  scale_max: number;
  answers: number;
  value_sum: number;
  value_square_sum: number;
  promoters: number;
  detractors: number;
  top_two: number;
}

/** Asks the rollups. Each figure comes with its sample size and 95 % confidence interval. */
export async function metricRows(clickhouse: ClickHouse, query: MetricsQuery): Promise<MetricRow[]> {
  const part = query.by ?? "''";
  const { table, touchpoint, text } =
    query.by === 'topic'
      ? { table: 'topic_rollup', touchpoint: 'mentions', text: 'mentions' }
      : { table: 'touchpoint_rollup', touchpoint: 'touchpoints', text: 'texts' };
  const where = `({property:String} = '' OR property_id = {property:String})
    AND business_date >= {from:Date} AND business_date <= {to:Date}`;
  const parameters = {
    property: query.property ?? '',
    from: query.from ?? '1970-01-01',
    to: query.to ?? '2149-06-06',
  };
  const [touchpoints, ratings] = await Promise.all([
    clickhouse.query<TouchpointSums>(
      `SELECT property_id, ${part} AS part, sum(${touchpoint}) AS touchpoints, sum(${text}) AS texts,
         toFloat64(sum(sentiment_sum)) AS sentiment_sum, toFloat64(sum(sentiment_square_sum)) AS sentiment_square_sum
       FROM ${table} WHERE ${where} GROUP BY property_id, part HAVING touchpoints != 0 ORDER BY property_id, part`,
      parameters,
    ),
    // A rating is of the stay, and not of what its text speaks of.
    query.by === 'topic'
      ? []
      : clickhouse.query<RatingSums>(
          `SELECT property_id, ${part} AS part, metric, toFloat64(scale_min) AS scale_min, toFloat64(scale_max) AS scale_max,
         sum(answers) AS answers, toFloat64(sum(value_sum)) AS value_sum, toFloat64(sum(value_square_sum)) AS value_square_sum,
         sum(promoters) AS promoters, sum(detractors) AS detractors, sum(top_two) AS top_two
       FROM rating_rollup WHERE ${where} GROUP BY property_id, part, metric, scale_min, scale_max`,
          parameters,
        ),
  ]);
  return touchpoints.map((sums) => {
    const own = ratings.filter(
      ({ property_id, part: value }) => property_id === sums.property_id && value === sums.part,
    );
    return { ...ratingFigures(own), ...touchpointFigures(sums), group: query.by ? sums.part : null };
  });
}

function touchpointFigures({
  property_id,
  touchpoints,
  texts,
  sentiment_sum,
  sentiment_square_sum,
}: TouchpointSums) {
  const sentiment = mean(
    { n: texts, sum: sentiment_sum, sumOfSquares: sentiment_square_sum },
    { min: -1, max: 1 },
  );
  return { property: property_id, touchpoints, sentiment };
}

function ratingFigures(sums: readonly RatingSums[]) {
  const of = (metric: string) => sums.filter((row) => row.metric === metric);
  const total = (rows: readonly RatingSums[], pick: (row: RatingSums) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0);
  const answers = (rows: readonly RatingSums[]) => total(rows, (row) => row.answers);
  const [npsRows, csatRows, cesRows, reviewRows] = [of('nps'), of('csat'), of('ces'), of('review')];
  return {
    nps: nps({
      n: answers(npsRows),
      promoters: total(npsRows, (row) => row.promoters),
      detractors: total(npsRows, (row) => row.detractors),
    }),
    csat: csat({ n: answers(csatRows), topTwo: total(csatRows, (row) => row.top_two) }),
    ces: mean(
      {
        n: answers(cesRows),
        sum: total(cesRows, (row) => row.value_sum),
        sumOfSquares: total(cesRows, (row) => row.value_square_sum),
      },
      {
        min: Math.min(...cesRows.map((row) => row.scale_min)),
        max: Math.max(...cesRows.map((row) => row.scale_max)),
      },
    ),
    review_index: mean(
      {
        n: answers(reviewRows),
        sum: total(reviewRows, (row) => normalisedSum(row)),
        sumOfSquares: total(reviewRows, (row) => normalisedSquareSum(row)),
      },
      { min: 0, max: 100 },
    ),
  };
}

/** Σ 100 (v - min) / (max - min), from Σ v. */
const normalisedSum = ({ answers, value_sum, scale_min, scale_max }: RatingSums) =>
  (100 * (value_sum - answers * scale_min)) / (scale_max - scale_min);

/** Σ (100 (v - min) / (max - min))², from Σ v and Σ v². */
const normalisedSquareSum = ({ answers, value_sum, value_square_sum, scale_min, scale_max }: RatingSums) =>
  (10_000 * (value_square_sum - 2 * scale_min * value_sum + answers * scale_min * scale_min)) /
  (scale_max - scale_min) ** 2;
