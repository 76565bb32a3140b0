import type { TopicHead } from './topic-scores.js';

/** What the classifiers say a text is about. */
export interface TopicChoice {
  /** Names of topics; `other` alone where nothing else is likely enough. */
  readonly topics: ReadonlySet<string>;
  readonly urgent: boolean;
}

export const URGENT = 'urgent';
const OTHER = 'other';

/**
 * Where no topic is likely enough of itself, a text is still about something: the likeliest topic is chosen from this
 * probability on, unless `other` is likelier.
 */
const LEAST_ALONE = 0.1;

/** Chooses by the probabilities of the heads, in their order. */
export function choiceOf(heads: readonly TopicHead[], probabilities: Float64Array): TopicChoice {
  const topics = new Set<string>();
  let [likeliest, most, other, urgent] = [OTHER, LEAST_ALONE, 0, false];
  heads.forEach(({ name, least }, at) => {
    const probability = probabilities[at]!;
    if (name === URGENT) urgent = probability >= least;
    else if (name === OTHER) other = probability;
    else {
      if (probability >= least) topics.add(name);
      if (probability > most) [likeliest, most] = [name, probability];
    }
  });
  if (topics.size === 0) topics.add(most >= other ? likeliest : OTHER);
  return { topics, urgent };
}
