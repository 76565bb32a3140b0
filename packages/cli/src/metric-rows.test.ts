import type { ClickHouse } from '@bellhop/clickhouse';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type MetricsQuery, metricRows } from './metric-rows.js';

type Sums = Record<string, string | number>;

/** The rollups, as ClickHouse would answer from them. */
function rollups(touchpoints: Sums[], ratings: Sums[]) {
  const asked: { sql: string; parameters: Record<string, unknown> | undefined }[] = [];
  const clickhouse: ClickHouse = {
    query: async <Row>(sql: string, parameters?: Record<string, unknown>) => {
      asked.push({ sql, parameters });
      return (!sql.includes('FROM rating_rollup') ? touchpoints : ratings) as Row[];
    },
    text: async () => '',
    command: async () => undefined,
    insert: async () => undefined,
    close: async () => undefined,
  };
  return { clickhouse, asked, rows: (query: MetricsQuery = {}) => metricRows(clickhouse, query) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const squares = (values: readonly number[]) => values.map((value) => value * value);

const touchpointSums = (scores: readonly number[], property_id = 'harbour', part = ''): Sums => ({
  property_id,
  part,
  touchpoints: scores.length + 1,
  texts: scores.length,
  sentiment_sum: sum(scores),
  sentiment_square_sum: sum(squares(scores)),
});
const ratingSums = (
  metric: string,
  values: readonly number[],
  scale_min: number,
  scale_max: number,
  more: Sums = {},
): Sums => ({
  property_id: 'harbour',
  part: '',
  metric,
  scale_min,
  scale_max,
  answers: values.length,
  value_sum: sum(values),
  value_square_sum: sum(squares(values)),
  promoters: values.filter((value) => value >= 9).length,
  detractors: values.filter((value) => value <= 6).length,
  top_two: values.filter((value) => value >= 4).length,
  ...more,
});

describe('the metrics of a topic', () => {
  test('are the sentiment of what texts say of it; ratings are of the stay', async () => {
    const { rows, asked } = rollups(
      [{ ...touchpointSums([0.5, -0.5], 'harbour', 'noise'), touchpoints: 2 }],
      [],
    );
    const noise = { property: 'harbour', group: 'noise', touchpoints: 2, nps: undefined };
    expect(await rows({ by: 'topic' })).toEqual([
      expect.objectContaining({ ...noise, sentiment: expect.objectContaining({ value: 0, n: 2 }) }),
    ]);
    expect(asked.map(({ sql }) => /FROM (\w+)/.exec(sql)?.[1])).toEqual(['topic_rollup']);
  });
});

describe('the metrics of a property', () => {
  test('are what the answers give, one by one', async () => {
    const whole = (min: number, max: number) =>
      fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        whole(0, 10),
        whole(1, 5),
        whole(1, 7),
        whole(1, 5),
        whole(0, 10),
        async (nps, csat, ces, five, ten) => {
          const scores = nps.map((answer) => answer / 10);
          const { rows } = rollups(
            [touchpointSums(scores)],
            [
              ratingSums('nps', nps, 0, 10),
              ratingSums('csat', csat, 1, 5),
              ratingSums('ces', ces, 1, 7),
              ratingSums('review', five, 1, 5),
              ratingSums('review', ten, 0, 10),
            ],
          );
          const [row] = await rows();
          expect(row).toMatchObject({ property: 'harbour', group: null, touchpoints: scores.length + 1 });
          const points = nps.map((answer) => (answer >= 9 ? 100 : answer <= 6 ? -100 : 0));
          const normalised = [
            ...five.map((stars) => ((stars - 1) / 4) * 100),
            ...ten.map((points) => points * 10),
          ];
          expect(row!.nps?.value).toBeCloseTo(mean(points), 6);
          expect(row!.csat?.value).toBeCloseTo(
            (100 * csat.filter((answer) => answer >= 4).length) / csat.length,
            6,
          );
          expect(row!.ces?.value).toBeCloseTo(mean(ces), 6);
          expect(row!.sentiment?.value).toBeCloseTo(mean(scores), 6);
          expect(row!.review_index?.value).toBeCloseTo(mean(normalised), 6);
          expect(row!.review_index?.n).toBe(normalised.length);
          const { low, high, value } = row!.review_index!;
          if (normalised.length > 1 && low > 0 && high < 100) {
            const variance = sum(squares(normalised.map((each) => each - value))) / (normalised.length - 1);
            expect((high - low) / 2).toBeCloseTo(1.959964 * Math.sqrt(variance / normalised.length), 4);
          }
        },
      ),
    );
  });

  test('are undefined where nobody answered', async () => {
    const [row] = await rollups([touchpointSums([])], []).rows();
    expect(row).toEqual({
      property: 'harbour',
      group: null,
      touchpoints: 1,
      nps: undefined,
      csat: undefined,
      ces: undefined,
      review_index: undefined,
      sentiment: undefined,
    });
  });

  test('keep properties and groups apart', async () => {
    const { rows, asked } = rollups(
      [
        touchpointSums([], 'harbour', 'chat'),
        touchpointSums([], 'harbour', 'survey'),
        touchpointSums([], 'hilltop', 'survey'),
      ],
      [
        ratingSums('nps', [10], 0, 10, { part: 'survey' }),
        ratingSums('nps', [0, 0], 0, 10, { part: 'survey', property_id: 'hilltop' }),
      ],
    );
    const found = await rows({ by: 'source', property: 'h', from: '2026-07-01', to: '2026-07-31' });
    expect(found.map(({ property, group, nps }) => [property, group, nps?.value])).toEqual([
      ['harbour', 'chat', undefined],
      ['harbour', 'survey', 100],
      ['hilltop', 'survey', -100],
    ]);
    for (const { sql, parameters } of asked) {
      expect(sql).toContain('source AS part');
      expect(parameters).toEqual({ property: 'h', from: '2026-07-01', to: '2026-07-31' });
    }
  });
});
