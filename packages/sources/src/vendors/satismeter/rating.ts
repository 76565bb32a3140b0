import type { Rating } from '@bellhop/contracts';
import type { SatismeterAnswer, SatismeterPayload } from './payload-schema.js';

type Scale = Pick<Rating, 'metric' | 'scaleMin' | 'scaleMax'>;

/** The scales of SatisMeter's metrics. A scale without a metric has a length that the payload does not tell. */
const SCALES: Record<string, Scale> = {
  nps: { metric: 'nps', scaleMin: 0, scaleMax: 10 },
  ces: { metric: 'ces', scaleMin: 1, scaleMax: 7 },
  csat: { metric: 'csat', scaleMin: 1, scaleMax: 5 },
};

const scaleOf = ({ metric }: SatismeterAnswer): Scale | undefined =>
  metric != null && Object.hasOwn(SCALES, metric.toLowerCase()) ? SCALES[metric.toLowerCase()] : undefined;

/** Whether an answer is one of a metric's. */
export const isRating = (answer: SatismeterAnswer): boolean =>
  scaleOf(answer) !== undefined && answer.value != null && answer.value !== '';

/**
 * A response's ratings, or the first answer that is off its scale. `response.rating` repeats the first rated answer,
 * so it counts only where no answer has a metric; it is NPS then. `response.score` is a contribution to the NPS
 * (-100, 0 or 100), not an answer.
 */
export function ratingsOf({
  answers,
  rating,
}: SatismeterPayload['response']): { ok: true; ratings: Rating[] } | { ok: false; detail: string } {
  const listed = (answers ?? []).filter(isRating);
  const rated =
    listed.length > 0 || rating == null ? listed : [{ metric: 'nps', value: rating, label: null }];
  const ratings: Rating[] = [];
  for (const answer of rated) {
    const scale = scaleOf(answer)!;
    const value = typeof answer.value === 'string' ? Number(answer.value) : answer.value;
    if (typeof value !== 'number' || !(value >= scale.scaleMin && value <= scale.scaleMax)) {
      const range = `${scale.scaleMin} to ${scale.scaleMax}`;
      return {
        ok: false,
        detail: `the ${scale.metric} answer is ${JSON.stringify(answer.value)}, not ${range}`,
      };
    }
    ratings.push({ ...scale, value, question: answer.label?.trim() || null });
  }
  return { ok: true, ratings };
}
