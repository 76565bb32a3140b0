import type { SentimentScorer } from '../sentiment-scorer.js';
import type { LabelledText } from '../train/labelled-texts.js';

/** How well a topic (or urgency) is found: shares, 0 to 1; null where there is nothing to divide by. */
export interface TopicFigures {
  readonly name: string;
  /** Texts that are labelled with it. */
  readonly texts: number;
  readonly precision: number | null;
  readonly recall: number | null;
}

interface Count {
  hits: number;
  claimed: number;
  there: number;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Counts topics and urgency over the texts that are labelled with them, by name; 'all topics' is their sum. */
export function topicFigures(texts: readonly LabelledText[], scorer: SentimentScorer): TopicFigures[] {
  const counts = new Map<string, Count>();
  const count = (name: string, isThere: boolean, isClaimed: boolean): void => {
    const one = counts.get(name) ?? { hits: 0, claimed: 0, there: 0 };
    if (isThere) one.there += 1;
    if (isClaimed) one.claimed += 1;
    if (isThere && isClaimed) one.hits += 1;
    counts.set(name, one);
  };
  for (const { text, lang, topics, urgent } of texts) {
    if (topics === null) continue;
    const found = scorer.analyse(text, lang);
    const claimed = new Set<string>(found.topics.map(({ topic }) => topic));
    for (const name of new Set([...topics, ...claimed])) {
      count(name, topics.includes(name), claimed.has(name));
      count('all topics', topics.includes(name), claimed.has(name));
    }
    count('urgent', urgent === true, found.urgent);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { hits, claimed, there }]) => ({
      name,
      texts: there,
      precision: share(hits, claimed),
      recall: share(hits, there),
    }));
}
