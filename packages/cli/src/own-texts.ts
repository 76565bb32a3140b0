import type { ClickHouse } from '@bellhop/clickhouse';

export const TEXT_SOURCES = ['surveys', 'reviews'] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

/** A guest's text with what the guest's own rating says of it. */
export interface OwnText {
  text: string;
  /** ISO 639-1, where it was identified. */
  lang?: string;
  label: 'pos' | 'neu' | 'neg';
}

interface RatedText {
  text: string;
  language: string;
  metric: string;
  value: number;
  scale_min: number;
  scale_max: number;
}

const TYPE_OF: Record<TextSource, string> = { surveys: 'survey_answered', reviews: 'review_posted' };

/** The texts that guests wrote beside a rating. Of several ratings, a review's counts before CSAT, and CSAT before NPS. */
export async function ownTexts(
  clickhouse: ClickHouse,
  sources: readonly TextSource[],
  property = '',
): Promise<OwnText[]> {
  const rows = await clickhouse.query<RatedText>(
    `SELECT text, language, rating.1 AS metric, rating.2 AS value, rating.3 AS scale_min, rating.4 AS scale_max
     FROM
     (
         SELECT touchpoint_id, text, language FROM current_touchpoints
         WHERE text != '' AND actor = 'guest' AND has({types:Array(String)}, type)
           AND ({property:String} = '' OR property_id = {property:String})
     ) AS texts
     INNER JOIN
     (
         SELECT touchpoint_id,
           argMin((metric, toFloat64(value), toFloat64(scale_min), toFloat64(scale_max)),
             (indexOf(['review', 'csat', 'nps'], metric), answer)) AS rating
         FROM current_ratings
         WHERE metric IN ('review', 'csat', 'nps')
         GROUP BY touchpoint_id
     ) AS ratings USING (touchpoint_id)
     ORDER BY touchpoint_id`,
    { types: sources.map((source) => TYPE_OF[source]), property },
  );
  return rows.map(({ text, language, ...rating }) => ({
    text,
    ...(language === '' ? {} : { lang: language }),
    label: labelOf(rating),
  }));
}

/** What a rating says of the text beside it. NPS: promoters, passives, detractors. Else by the share of the scale: of 1–5, 4 is good and 2 is bad. */
export function labelOf({ metric, value, scale_min, scale_max }: Omit<RatedText, 'text' | 'language'>) {
  if (metric === 'nps') return value >= 9 ? 'pos' : value <= 6 ? 'neg' : 'neu';
  const share = (value - scale_min) / (scale_max - scale_min);
  return share >= 0.75 ? 'pos' : share <= 0.4 ? 'neg' : 'neu';
}
