import type { Line } from '../model/line.js';
import type { Calibration } from '../model/sentiment-model.js';
import type { Judged } from './calibration.js';
import { fitLine, logistic } from './calibration.js';
import { balanced, isNeutral, isPositive } from './heads.js';
import { isToCalibrateOn } from './known-sets.js';
import { bestBand, bestShift } from './thresholds.js';
import type { Unseen } from './unseen.js';

/** The lines of all languages, and those for languages without their own. */
export interface Calibrations {
  readonly calibrations: Readonly<Record<string, Calibration>>;
  readonly fallback: Calibration;
}

const START: Line = { slope: 2, offset: 0 };
/** A language of some hundred messages mostly keeps to what all languages say. */
const HOLD = 40;

function judgedPolarity(unseen: readonly Unseen[]): Judged[] {
  const polar = unseen.filter((one) => !isNeutral(one));
  return balanced(polar, isPositive, 'polarity').map(({ side, weight }, at) => ({
    sum: polar[at]!.polarity,
    isYes: side === 1,
    weight,
  }));
}

function judgedNeutrality(unseen: readonly Unseen[]): Judged[] {
  return unseen.map((one) => ({ sum: one.neutrality, isYes: isNeutral(one), weight: 1 }));
}

function scoreOf(one: Unseen, polarity: Line, neutrality: Line): number {
  const positive = logistic(polarity.slope * one.polarity + polarity.offset);
  const neutral = logistic(neutrality.slope * one.neutrality + neutrality.offset);
  return (1 - neutral) * (2 * positive - 1);
}

/** Fits one language's lines and neutral band on texts that the classifiers had not seen. */
export function calibrationOf(
  unseen: readonly Unseen[],
  towards: Pick<Calibration, 'polarity' | 'neutrality'>,
): Calibration {
  const fitted = fitLine(judgedPolarity(unseen), towards.polarity, HOLD);
  const shift = bestShift(
    unseen
      .filter((one) => !isNeutral(one))
      .map((one) => ({
        set: one.example.set,
        isYes: isPositive(one),
        odds: fitted.slope * one.polarity + fitted.offset,
      })),
  );
  const polarity = { slope: fitted.slope, offset: fitted.offset + shift };
  const neutrality = fitLine(judgedNeutrality(unseen), towards.neutrality, HOLD);
  const scored = unseen.map((one) => ({ label: one.label, score: scoreOf(one, polarity, neutrality) }));
  return { polarity, neutrality, neutralBand: bestBand(scored) };
}

/** Calibrates every language that occurs, on texts such as will be scored. */
export function calibrate(unseen: readonly Unseen[]): Calibrations {
  const fallback = calibrationOf(unseen, { polarity: START, neutrality: START });
  const languages = [...new Set(unseen.map(({ example }) => example.language))].sort();
  const calibrations = languages.map((language) => {
    const inLanguage = unseen.filter(
      ({ example: { language: its, set } }) => its === language && isToCalibrateOn(set),
    );
    return [language, calibrationOf(inLanguage, fallback)] as const;
  });
  return { fallback, calibrations: Object.fromEntries(calibrations) };
}
