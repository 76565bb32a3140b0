import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Figures } from '../evaluate/evaluation.js';
import { figuresOver } from '../evaluate/evaluation.js';
import { scorerOf } from '../evaluate/scorers.js';
import { createLanguageGuess } from '../language/language.js';
import { binaryFile } from '../model/binary-file.js';
import type { SentimentModel } from '../model/sentiment-model.js';
import { loadModel, readModel } from '../model/sentiment-model.js';
import { createSentimentScorer } from '../sentiment-scorer.js';
import { readableText } from '../text/readable-text.js';
import { createTextSums } from '../text-sums.js';
import { createExampleReader } from './examples.js';
import type { HeadSums, Heads, Labelled } from './heads.js';
import { headSums, trainHeads } from './heads.js';
import { OWN_SETS } from './known-sets.js';
import type { Label, LabelledText } from './labelled-texts.js';
import { foldOf, isHeldOut, readLabelledTexts } from './labelled-texts.js';
import { calibrationOf } from './language-calibration.js';
import { packedWeights } from './packed-weights.js';
import { crossJudged } from './unseen.js';

/** A text of the hotel group's own, with a label made of its rating. */
export interface OwnRow {
  readonly text: string;
  readonly label: Label;
  /** ISO 639-1; guessed from the text where it is missing. */
  readonly lang?: string | null;
}

export interface OwnRowsRun {
  readonly rows: AsyncIterable<OwnRow> | Iterable<OwnRow>;
  readonly seed: number;
  /** The model in use, which is trained further; the shipped one unless another is given. */
  readonly base?: SentimentModel;
}

/** The model in use and the candidate, judged on the same texts, which the candidate has not seen. */
export interface Comparison {
  readonly texts: number;
  readonly shipped: Figures;
  readonly candidate: Figures;
}

export interface OwnRowsResult {
  /** The candidate's name and version, which its scores will bear. */
  readonly id: string;
  /** The bytes of its model file, for `createSentimentScorer({ modelFile })`. */
  readonly candidate: Buffer;
  /** How many of the rows it was trained on. */
  readonly trainedOn: number;
  /** On 15 % of the group's rows, chosen by the hash of each text. */
  readonly heldOut: Comparison;
  /** On the held-out part of the project's own messages in all languages, so that a loss elsewhere is seen. */
  readonly messages: Comparison;
}

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const GROUP_SET = 'group-';
const FOLDS = 4;
/** With fewer rows than this a language keeps the calibration that it has. */
const LEAST_ROWS = 100;

async function labelledRows(rows: OwnRowsRun['rows']): Promise<LabelledText[]> {
  const guessLanguage = createLanguageGuess();
  const texts = new Map<string, LabelledText>();
  for await (const { text, label, lang } of rows) {
    const language = lang ?? guessLanguage(readableText(text)).likeliest ?? 'en';
    const set = GROUP_SET + language;
    texts.set(text, {
      text,
      label,
      lang: language,
      set,
      topics: null,
      urgent: null,
      heldOut: isHeldOut(text),
    });
  }
  return [...texts.values()];
}

function headsOf({ weights, polarityOf, neutralityOf }: SentimentModel): Heads {
  const of = (values: Float32Array, place: 0 | 1): Float32Array =>
    Float32Array.from({ length: weights.length / 2 }, (_, bucket) => values[weights[2 * bucket + place]!]!);
  return { polarity: { weights: of(polarityOf, 0) }, neutrality: { weights: of(neutralityOf, 1) } };
}

/** A text with what the model in use says of it, before the calibration. */
interface RowLabelled extends Labelled {
  readonly before: HeadSums;
}

function added(base: Heads, more: Heads): Heads {
  const sum = (head: keyof Heads) => ({
    weights: base[head].weights.map((weight, bucket) => weight + more[head].weights[bucket]!),
  });
  return { polarity: sum('polarity'), neutrality: sum('neutrality') };
}

/** The texts with what the base says of them; its lines' offsets stand for the biases that it was trained with. */
function withPriors(texts: readonly LabelledText[], base: SentimentModel): RowLabelled[] {
  const { bits, calibrations, fallback } = base.header;
  const read = createExampleReader(bits);
  const sums = createTextSums(base);
  return texts.flatMap(({ text, label, lang, set }): RowLabelled[] => {
    const example = read(text, set, lang);
    if (example === null) return [];
    const { polarity, neutrality } = calibrations[lang] ?? fallback;
    sums.read(readableText(text), lang);
    const before = sums.whole();
    const prior = {
      polarity: before.polarity + polarity.offset / polarity.slope,
      neutrality: before.neutrality + neutrality.offset / neutrality.slope,
    };
    return [{ example, label, fold: foldOf(text, FOLDS), prior, before }];
  });
}

function trainFurther(base: SentimentModel, texts: readonly LabelledText[], run: OwnRowsRun) {
  const { bits, calibrations, fallback } = base.header;
  const labelled = withPriors(texts, base);
  const train = (some: readonly Labelled[]): Heads => trainHeads(some, [], { bits, seed: run.seed });
  const trained = (rest: readonly Labelled[]) => {
    const heads = train(rest);
    return ({ example }: Labelled): HeadSums => headSums(heads, example);
  };
  const unseen = crossJudged(labelled, trained)
    .filter(({ example }) => example.set.startsWith(GROUP_SET))
    .map((one) => ({
      ...one,
      polarity: one.polarity + one.before.polarity,
      neutrality: one.neutrality + one.before.neutrality,
    }));
  const languages = [...new Set(unseen.map(({ example }) => example.language))];
  const fitted = languages.flatMap((language) => {
    const own = unseen.filter(({ example }) => example.language === language);
    return own.length < LEAST_ROWS
      ? []
      : [[language, calibrationOf(own, calibrations[language] ?? fallback)] as const];
  });
  return {
    ...packedWeights(added(headsOf(base), train(labelled))),
    calibrations: { ...calibrations, ...Object.fromEntries(fitted) },
  };
}

/**
 * Trains a model further on a hotel group's own texts and the project's messages: the weights of the model in use
 * are where the training starts from and what it is held to, and the languages of the group's texts are calibrated
 * anew on them. Topics and urgency stay as they are. The same rows and seed give the same bytes.
 */
export async function trainOnOwnRows(run: OwnRowsRun): Promise<OwnRowsResult> {
  const { base = loadModel() } = run;
  const rows = await labelledRows(run.rows);
  const messages = readLabelledTexts(CORPUS, OWN_SETS);
  const learnt = rows.filter(({ heldOut }) => !heldOut);
  const { weights, ...header } = trainFurther(
    base,
    [...learnt, ...messages.filter(({ heldOut }) => !heldOut)],
    run,
  );
  const version = createHash('sha256').update(weights).digest('hex').slice(0, 8);
  const id = `${base.header.id.replace(/-own-.*/, '')}-own-${learnt.length}-${version}`;
  const candidate = binaryFile({ ...base.header, ...header, id }, [
    weights,
    base.topics.weights,
    base.patterns.embedding,
  ]);
  const [before, after] = [base, readModel(candidate)].map((model) =>
    scorerOf(model.header.id, createSentimentScorer(model)),
  );
  const compared = async (texts: readonly LabelledText[]): Promise<Comparison> => {
    const heldOut = texts.filter((text) => text.heldOut);
    return {
      texts: heldOut.length,
      shipped: await figuresOver('held out', heldOut, before!),
      candidate: await figuresOver('held out', heldOut, after!),
    };
  };
  const comparisons = { heldOut: await compared(rows), messages: await compared(messages) };
  return { id, candidate, trainedOn: learnt.length, ...comparisons };
}
