import { isOfTweets, OWN_REVIEWS, OWN_SETS } from '../train/known-sets.js';
import type { LabelledText } from '../train/labelled-texts.js';
import { accuracy, calibrationError, macroF1 } from './figures.js';
import type { ComparedScorer, Judgement } from './scorers.js';

/** The figures of one scorer over one group of texts; all but the counts are shares, 0 to 1. */
export interface Figures {
  readonly group: string;
  readonly scorer: string;
  readonly texts: number;
  /** Over the texts labelled positive or negative; the sign of the score decides, and 0 is a miss. */
  readonly accuracy2: number;
  readonly macroF1of2: number;
  /** Over all texts, by label. */
  readonly accuracy3: number;
  readonly macroF1of3: number;
  /** Null where the scorer does not say how sure it is. */
  readonly calibrationError: number | null;
}

export interface Evaluation {
  readonly figures: readonly Figures[];
  readonly textsPerSecond: Readonly<Record<string, number>>;
}

interface Judged extends LabelledText {
  readonly judgement: Judgement;
}

const LENGTHS = [
  { most: 40, name: 'length up to 40' },
  { most: 120, name: 'length 41–120' },
  { most: 400, name: 'length 121–400' },
  { most: Number.POSITIVE_INFINITY, name: 'length over 400' },
];

function kindOf(set: string): string {
  if (set.startsWith(OWN_REVIEWS)) return 'own reviews';
  if (set.startsWith(OWN_SETS)) return 'own messages';
  return isOfTweets(set) ? 'tweets' : 'reviews';
}

/** The groups that all texts of a set in a language belong to. */
export function setGroups(set: string, language: string): string[] {
  return [`set ${set}`, `language ${language}, ${kindOf(set)}`];
}

function groupsOf({ set, lang, text }: LabelledText): string[] {
  return [...setGroups(set, lang), LENGTHS.find(({ most }) => text.length <= most)!.name];
}

function figuresOf(group: string, scorer: string, judged: readonly Judged[]): Figures {
  const polar = judged
    .filter(({ label }) => label !== 'neu')
    .map(({ label, judgement: { score } }) => ({
      truth: label,
      said: score > 0 ? 'pos' : score < 0 ? 'neg' : '',
    }));
  const all = judged.map(({ label, judgement }) => ({ truth: label, said: judgement.label }));
  const sure = judged.flatMap(({ label, judgement }) =>
    judgement.sureness === null ? [] : [{ sureness: judgement.sureness, isRight: judgement.label === label }],
  );
  return {
    group,
    scorer,
    texts: judged.length,
    accuracy2: accuracy(polar),
    macroF1of2: macroF1(polar, ['pos', 'neg']),
    accuracy3: accuracy(all),
    macroF1of3: macroF1(all, ['pos', 'neu', 'neg']),
    calibrationError: sure.length === 0 ? null : calibrationError(sure),
  };
}

async function judgedBy(scorer: ComparedScorer, texts: readonly LabelledText[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const text of texts) judged.push({ ...text, judgement: await scorer.judge(text.text, text.lang) });
  return judged;
}

/** The figures of one scorer over all of some texts. */
export async function figuresOver(
  group: string,
  texts: readonly LabelledText[],
  scorer: ComparedScorer,
): Promise<Figures> {
  return figuresOf(group, scorer.name, await judgedBy(scorer, texts));
}

/** Judges texts with each scorer, and counts by set, by language and kind of text, and by length in code units. */
export async function evaluate(
  texts: readonly LabelledText[],
  scorers: readonly ComparedScorer[],
): Promise<Evaluation> {
  const figures: Figures[] = [];
  const textsPerSecond: Record<string, number> = {};
  for (const scorer of scorers) {
    const startedAt = performance.now();
    const judged = await judgedBy(scorer, texts);
    textsPerSecond[scorer.name] = Math.round((texts.length / (performance.now() - startedAt)) * 1_000);
    const groups = new Map<string, Judged[]>();
    for (const one of judged)
      for (const group of groupsOf(one)) {
        const members = groups.get(group);
        if (members === undefined) groups.set(group, [one]);
        else members.push(one);
      }
    for (const [group, members] of groups) figures.push(figuresOf(group, scorer.name, members));
  }
  return { figures, textsPerSecond };
}

const cell = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

/** The figures as a table in Markdown, scorers side by side in the order in which they were given. */
export function evaluationTable({ figures, textsPerSecond }: Evaluation): string {
  const groups = [...new Set(figures.map(({ group }) => group))].sort();
  const rows = groups.flatMap((group) =>
    figures
      .filter((one) => one.group === group)
      .map(
        (one) =>
          `| ${group} | ${one.scorer} | ${one.texts} | ${cell(one.accuracy2)} | ${cell(one.macroF1of2)} | ${cell(one.accuracy3)} | ${cell(one.macroF1of3)} | ${cell(one.calibrationError)} |`,
      ),
  );
  const speeds = Object.entries(textsPerSecond).map(([name, speed]) => `${name} ${speed} texts/s`);
  return [
    '| group | scorer | texts | accuracy (2) | macro-F1 (2) | accuracy (3) | macro-F1 (3) | calibration error |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `${speeds.join(', ')}.`,
  ].join('\n');
}
