import type { PatternHeader, PatternModel } from '../patterns/patterns.js';
import { DIMENSIONS, PATTERN_BITS } from '../patterns/patterns.js';
import type { TopicModel } from '../topics/topic-scores.js';
import type { BinaryFile } from './binary-file.js';
import { parsedBinaryFile, readBinaryFile } from './binary-file.js';
import { expanded } from './companding.js';
import type { Line } from './line.js';

/** How sums become probabilities in one language, fitted on texts that the weights had not seen. */
export interface Calibration {
  readonly polarity: Line;
  readonly neutrality: Line;
  /** A score nearer to zero than this is labelled neutral. */
  readonly neutralBand: number;
}

export interface ModelHeader {
  /** Name and version of the model, made of what it was trained on. */
  readonly id: string;
  readonly bits: number;
  /** The features that its weights are of, `FEATURES` where they are those of this package. */
  readonly features: number;
  readonly greatestPolarity: number;
  readonly greatestNeutrality: number;
  readonly calibrations: Readonly<Record<string, Calibration>>;
  /** For languages without one of their own. */
  readonly fallback: Calibration;
  readonly topics: Omit<TopicModel, 'weights'>;
  readonly patterns: PatternHeader;
}

export interface SentimentModel {
  readonly header: ModelHeader;
  /** Two bytes a bucket: polarity, neutrality. */
  readonly weights: Uint8Array;
  /** What a byte of each kind stands for. */
  readonly polarityOf: Float32Array;
  readonly neutralityOf: Float32Array;
  /** How far a hash is shifted to give its bucket. */
  readonly shift: number;
  readonly topics: TopicModel;
  readonly patterns: PatternModel;
}

/** Raised whenever the features of a text change: weights of others would say nothing of it. */
export const FEATURES = 5;

/** A model whose weights are of other features than those that texts are read into now. */
export class OutdatedModelError extends Error {
  override name = 'OutdatedModelError';
  readonly code = 'outdated-model';
  readonly retryable = false;

  constructor(model: string) {
    super(
      `the model ${model} was trained by another version of Bellhop; \`bellhop sentiment train\` trains one for this version`,
    );
  }
}

const FILE = new URL('../../model/sentiment.bin', import.meta.url);

/** Loads a model (the shipped one unless another file is named); throws where the file is none. */
export function loadModel(path: URL | string = FILE): SentimentModel {
  return modelOf(readBinaryFile<ModelHeader>(path));
}

/** As `loadModel`, of the bytes of a model file. */
export function readModel(bytes: Buffer): SentimentModel {
  const file = parsedBinaryFile<ModelHeader>(bytes);
  if (file === null) throw new Error('these bytes are no model file');
  return modelOf(file);
}

function modelOf(file: BinaryFile<ModelHeader>): SentimentModel {
  const { header } = file;
  if (header.features !== FEATURES) throw new OutdatedModelError(header.id);
  const weights = file.bytes(2 ** (header.bits + 1));
  const topicWeights = file.bytes(header.topics.heads.length * 2 ** header.topics.bits);
  const { buffer, byteOffset, length } = file.bytes(DIMENSIONS * 2 ** PATTERN_BITS);
  return {
    header,
    weights,
    polarityOf: expanded(header.greatestPolarity),
    neutralityOf: expanded(header.greatestNeutrality),
    shift: 32 - header.bits,
    topics: { ...header.topics, weights: topicWeights },
    patterns: { ...header.patterns, embedding: new Int8Array(buffer, byteOffset, length) },
  };
}
