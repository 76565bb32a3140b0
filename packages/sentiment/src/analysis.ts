import type { LanguageGuesser } from './language/language.js';
import type { Calibration } from './model/sentiment-model.js';
import { probabilitiesOf } from './probabilities.js';
import type { Tokens } from './text/tokens.js';
import { TokenKind } from './text/tokens.js';
import { wordsOf } from './text/word-index.js';
import type { TextSums } from './text-sums.js';
import type { Clause } from './topics/clauses.js';
import { clausesOf } from './topics/clauses.js';
import { hazardHashes } from './topics/hazard-hits.js';
import type { Topic } from './topics/topic.js';
import { TOPICS } from './topics/topic.js';
import type { TopicChoice } from './topics/topic-choice.js';
import { choiceOf } from './topics/topic-choice.js';
import { createTopicFinder } from './topics/topic-finder.js';
import { hitHashes } from './topics/topic-hits.js';
import type { TopicModel } from './topics/topic-scores.js';
import { createTopicScores } from './topics/topic-scores.js';

/** What a text says of one topic. */
export interface TopicSentiment {
  topic: Topic;
  /** -1 (negative) to 1 (positive), rounded to three decimals: of the clauses that speak of the topic. */
  sentiment: number;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** A clause is short and may be half a thought: what the whole text says counts this much. */
const OF_THE_WHOLE = 0.3;

/** Who writes this gladly of a fire alarm writes of how well it was handled. */
const CONTENT = 0.6;

const NOTHING_NAMED: TopicChoice = { topics: new Set(['other']), urgent: false };

function hasWords({ kind, count }: Tokens): boolean {
  for (let token = 0; token < count; token += 1)
    if (kind[token] === TokenKind.word || kind[token] === TokenKind.unspaced) return true;
  return false;
}

/** Makes what finds the topics of the text that `sums` has read last, each with the sentiment of its clauses. */
export function createTopicAnalysis(sums: TextSums, model: TopicModel) {
  const findTopics = createTopicFinder();
  const scoreTopics = createTopicScores(model);

  function sentimentOf(clauses: readonly Clause[], whole: number, calibration: Calibration): number {
    const scores = clauses.map(({ from, to }) => {
      const { positive, negative } = probabilitiesOf(sums.between(from, to), calibration);
      return positive - negative;
    });
    const own = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return rounded(OF_THE_WHOLE * whole + (1 - OF_THE_WHOLE) * own);
  }

  return (
    language: string,
    whole: number,
    calibration: Calibration,
  ): { topics: TopicSentiment[]; urgent: boolean } => {
    const words = wordsOf(sums.tokens);
    const clauses = clausesOf(sums.tokens, words);
    const findings = findTopics(sums.tokens, words, clauses, language);
    const hits = [...hitHashes(findings), ...hazardHashes(sums.tokens, language)];
    // Signs and stops alone name nothing, however the classifiers were taught to weigh them.
    const choice =
      hits.length > 0 || hasWords(sums.tokens)
        ? choiceOf(model.heads, scoreTopics(sums.features, hits))
        : NOTHING_NAMED;
    const topics = TOPICS.flatMap((topic, id): TopicSentiment[] => {
      if (!choice.topics.has(topic)) return [];
      const where = findings.clausesOf.get(id) ?? [];
      const isEverywhere = where.length === 0 || where.length === clauses.length;
      return [{ topic, sentiment: isEverywhere ? whole : sentimentOf(where, whole, calibration) }];
    });
    return { topics, urgent: choice.urgent && whole < CONTENT };
  };
}

/** Sentences shorter than this say too little of their language. */
const LEAST_LETTERS = 18;
const SENTENCE_END = /[.!?…。！？\n]+/;

/** Whether sentences of a text are surely in different languages. */
export function isMixed(text: string, guessLanguage: LanguageGuesser): boolean {
  if (!SENTENCE_END.test(text)) return false;
  const languages = new Set<string>();
  for (const sentence of text.slice(0, 1_000).split(SENTENCE_END)) {
    if (sentence.trim().length < LEAST_LETTERS && !/[\u3040-\u9fff\uac00-\ud7a3]{5}/.test(sentence)) continue;
    const { language } = guessLanguage(sentence);
    if (language !== null) languages.add(language);
  }
  return languages.size > 1;
}
