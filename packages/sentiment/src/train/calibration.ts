import type { Line } from '../model/line.js';

/** A sum that a classifier gave to a text it had not seen, with what was right. */
export interface Judged {
  readonly sum: number;
  readonly isYes: boolean;
  readonly weight: number;
}

const ROUNDS = 30;

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Fits the line from sums to log-odds (Platt 1999), by Newton's method. `towards` is where it stays without
 * evidence, `hold` how many texts' worth it holds there.
 */
export function fitLine(judged: readonly Judged[], towards: Line, hold: number): Line {
  let { slope, offset } = towards;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [gs, go, hss, hso, hoo] = [
      hold * (slope - towards.slope),
      hold * (offset - towards.offset),
      hold,
      0,
      hold,
    ];
    for (const { sum, isYes, weight } of judged) {
      const p = logistic(slope * sum + offset);
      const error = (p - (isYes ? 1 : 0)) * weight;
      const curve = Math.max(p * (1 - p), 1e-6) * weight;
      gs += error * sum;
      go += error;
      hss += curve * sum * sum;
      hso += curve * sum;
      hoo += curve;
    }
    const determinant = hss * hoo - hso * hso;
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  return { slope, offset };
}
