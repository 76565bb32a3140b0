import type { Figures } from '../evaluate/evaluation.js';
import { DIMENSIONS, PATTERN_BITS, PATTERNS } from '../patterns/patterns.js';
import { knownSet } from './known-sets.js';
import type { LabelledText } from './labelled-texts.js';
import type { TrainingResult } from './train.js';
import { FOLDS } from './train-model.js';

export interface CardInput {
  readonly texts: readonly LabelledText[];
  readonly shipped: TrainingResult;
  /** The same training on the sets with a stated licence and the project's own texts alone. */
  readonly licensed: TrainingResult;
  readonly seed: number;
  readonly seconds: number;
}

function setRows(texts: readonly LabelledText[]): string[] {
  const sets = [...new Set(texts.map(({ set }) => set))].sort();
  return sets.map((set) => {
    const own = texts.filter((text) => text.set === set);
    const count = (label: string): number => own.filter((text) => text.label === label).length;
    const heldOut = own.filter((text) => text.heldOut).length;
    const { labelsFrom, licence } = knownSet(set);
    return `| ${set} | ${own.length} | ${count('pos')} / ${count('neu')} / ${count('neg')} | ${heldOut} | ${labelsFrom} | ${licence ?? 'none stated'} |`;
  });
}

const cell = (value: number | null | undefined): string => value?.toFixed(3) ?? '–';

function figureRows({ shipped, licensed }: CardInput): string[] {
  const other = new Map(licensed.evaluation.figures.map((figures) => [figures.group, figures]));
  const ordered = [...shipped.evaluation.figures].sort((a, b) => (a.group < b.group ? -1 : 1));
  return ordered.map((figures: Figures) => {
    const { group, texts, accuracy2, macroF1of2, accuracy3, macroF1of3, calibrationError } = figures;
    const cells = [
      accuracy2,
      macroF1of2,
      accuracy3,
      macroF1of3,
      calibrationError,
      other.get(group)?.macroF1of2,
    ];
    const pooled = shipped.pooled[group];
    return `| ${group} | ${texts} | ${cells.map(cell).join(' | ')} | ${pooled?.texts ?? '–'} | ${cell(pooled?.macroF1of2)} |`;
  });
}

/** Groups that are scored worst, so that a reader need not look for them. */
function weakest({ shipped }: CardInput): string {
  return [...shipped.evaluation.figures]
    .filter(({ group, texts }) => group.startsWith('language') && texts >= 30)
    .sort((a, b) => a.macroF1of2 - b.macroF1of2)
    .slice(0, 8)
    .map(({ group, macroF1of2 }) => `${group.replace('language ', '')} ${macroF1of2.toFixed(2)}`)
    .join('; ');
}

/** The model card, in Markdown; written by the training run, never by hand. */
export function modelCard(input: CardInput): string {
  const { shipped, licensed, seed, seconds, texts } = input;
  return `# Model card: ${shipped.id}

Written by \`node dist/train/main.js\` (seed ${seed}; both runs together took ${Math.round(seconds)} s). It was trained on
${shipped.trainedOn.length} texts; another 15 % of every set, chosen by the hash of each text, was seen by no part of the training.

Two linear classifiers over hashed features (characters 2–6 within words, 1–4 in unspaced scripts; words, pairs of
words, the last words once more; and concepts such as 'broken' or 'thanks', found by the word lists in
\`src/concepts\`, \`src/lexicons\` and \`src/topics/words\`, with their negation and in pairs, once as what all languages
share and once as their language's own; what a text says four times counts twice): positive against
negative, and neutral against both; weights in eight bits, 2^21 buckets. To their sums is added what ${PATTERNS} patterns find:
filters over a place and its two neighbours (a place is a word or sign, or one character of unspaced text, and stands for
the weighted sum of its features' ${DIMENSIONS} numbers, 2^${PATTERN_BITS} buckets in eight bits), each counting where it is met most strongly. The sums
become probabilities by a line for each language, fitted on texts that neither had seen (${FOLDS} folds), and so is the
band around zero that is labelled neutral. Topics and urgency: one classifier each over the linear classifiers'
features and what the word lists in \`src/topics\` find; the probability from which on a text is urgent is chosen by
cross-validation, so that at most three in a hundred alarms are false there. Language: the
n-grams of eld 2.1.0 (Apache-2.0), packed.

## Sets

Besides these, the project's own lexicons (\`src/lexicons\`) are learnt from as tiny texts.

| set | texts | pos / neu / neg | held out | labels from | licence |
| --- | --- | --- | --- | --- | --- |
${setRows(texts).join('\n')}

## Figures on the held-out part

(2): positive and negative texts, by the sign of the score. (3): all texts, by label. Calibration error: the mean
distance between confidence and accuracy over ten bins. Licensed: macro-F1 (2) of a second training
(\`${licensed.id}\`, ${licensed.trainedOn.length} texts) on the sets with a stated licence and the project's own texts alone, judged on the same
texts: \`--stated-licence-only\` makes that one. Pooled: over the positive and negative texts of the held-out part and of
the training part, each of these judged by a training without it and its eighth. It has seven times as many texts: where
a set is small, and the held-out part's figure moves with a text or two, it says more.

| group | texts | accuracy (2) | macro-F1 (2) | accuracy (3) | macro-F1 (3) | calibration error | licensed: macro-F1 (2) | pooled: texts | pooled: macro-F1 (2) |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${figureRows(input).join('\n')}

## Topics and urgency on the held-out part

The languages together; both were trained on the own messages alone.

| topic | texts | precision | recall |
| --- | --- | --- | --- |
${input.shipped.topics.map(({ name, texts: labelled, precision, recall }) => `| ${name} | ${labelled} | ${cell(precision)} | ${cell(recall)} |`).join('\n')}

## Known weaknesses

- Weakest groups, macro-F1 (2): ${weakest(input)}.
- Complaints without a word of feeling ('still waiting for towels') are known from the own messages alone:
  where a language has no set of reviews, expect the figures of its own messages.
- Irony, comparison with another hotel, and what is only implied are mostly missed.
- Star-labelled sets call a stay good whose text complains; neutral there means three stars.
- Sets with few texts of one side (ko, ru, pt) have figures that move by some hundredths with the choice of the held-out part.
- Tweets are no guests' texts: they keep the model from taking every text for a review, and count less than half.
- The own reviews (\`own-reviews-…\`) count less than a third: they teach plain turns that a set of reviews may lack
  ('could not fault', 'ten minutes to the centre'), and are scored worse than real ones, since many say nothing else.
`;
}
