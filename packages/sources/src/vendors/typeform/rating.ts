import type { Rating, RatingMetric } from '@bellhop/contracts';
import { type Question, wordsOfRef } from './question.js';

const SCALES = ['nps', 'opinion_scale', 'rating'];

/** Whether an answer is a number on a scale. A field of type number has no scale, so its answer is none. */
export const isRating = ({ answer, fieldType = '' }: Question): boolean =>
  answer.number !== undefined && SCALES.includes(fieldType);

/** The answer as a rating; undefined where the value does not lie on the scale that the form states. */
export function ratingOf(question: Question): Rating | undefined {
  const value = question.answer.number!;
  const { scaleMin, scaleMax } = scaleOf(question, value);
  if (value < scaleMin || value > scaleMax) return undefined;
  return {
    metric: metricOf(question, scaleMin, scaleMax),
    value,
    scaleMin,
    scaleMax,
    question: question.title,
  };
}

/**
 * The scale's length stands in the form's definition alone, and not in all of them. Where it is missing it is
 * Typeform's default, five steps for a rating and 0 to 10 for an opinion scale; ten where the answer is above five.
 */
function scaleOf({ fieldType, properties }: Question, value: number): Pick<Rating, 'scaleMin' | 'scaleMax'> {
  if (fieldType === 'nps') return { scaleMin: 0, scaleMax: 10 };
  if (fieldType === 'rating') {
    return { scaleMin: 1, scaleMax: properties?.steps ?? (value > 5 ? 10 : 5) };
  }
  const scaleMin = properties?.start_at_one ? 1 : 0;
  return { scaleMin, scaleMax: properties?.steps === undefined ? 10 : scaleMin + properties.steps - 1 };
}

/**
 * NPS fields, and opinion scales from 0 to 10 whose ref says nps, are NPS. A ref with the word `ces` or `effort` is
 * CES. A ref or title that speaks of satisfaction, and any other rating in stars, is CSAT.
 */
function metricOf({ fieldType, ref, title }: Question, scaleMin: number, scaleMax: number): RatingMetric {
  const words = wordsOfRef(ref);
  if (fieldType === 'nps' || (words.includes('nps') && scaleMin === 0 && scaleMax === 10)) return 'nps';
  if (words.some((word) => word === 'ces' || word.startsWith('effort'))) return 'ces';
  const satisfaction = /satisf|csat/i;
  if (satisfaction.test(ref ?? '') || satisfaction.test(title ?? '') || fieldType === 'rating') return 'csat';
  return 'other';
}
