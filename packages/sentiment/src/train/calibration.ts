import type { Line } from '../model/line.js';

/** A sum that a classifier gave to a text it had not seen, with what was right. */
export interface Judged {
  readonly sum: number;
  readonly isYes: boolean;
  readonly weight: number;
}

const ROUNDS = 30;
/** Where a step is cut to less than this part of it, there is nothing better to be found. */
const LEAST_SHARE = 1e-6;

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** −log of the probability that the odds give to what is right, also for odds beyond what `exp` takes. */
const surprise = (odds: number): number => Math.max(0, -odds) + Math.log1p(Math.exp(-Math.abs(odds)));

/**
 * Fits the line from sums to log-odds (Platt 1999), by Newton's method. `towards` is where it stays without
 * evidence, `hold` how many texts' worth it holds there. A step that would make things worse is halved: where the first
 * line is far off, whole steps lead ever further away.
 */
export function fitLine(judged: readonly Judged[], towards: Line, hold: number): Line {
  const lossOf = ({ slope, offset }: Line): number =>
    judged.reduce(
      (loss, { sum, isYes, weight }) => {
        const odds = slope * sum + offset;
        return loss + weight * surprise(isYes ? odds : -odds);
      },
      (hold / 2) * ((slope - towards.slope) ** 2 + (offset - towards.offset) ** 2),
    );
  let line = towards;
  let loss = lossOf(line);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = newtonStep(judged, line, { towards, hold });
    let share = 1;
    let next = line;
    do {
      next = { slope: line.slope + share * step.slope, offset: line.offset + share * step.offset };
      share /= 2;
    } while (lossOf(next) > loss && share > LEAST_SHARE);
    const nextLoss = lossOf(next);
    if (nextLoss >= loss) return line;
    [line, loss] = [next, nextLoss];
  }
  return line;
}

function newtonStep(
  judged: readonly Judged[],
  { slope, offset }: Line,
  { towards, hold }: { towards: Line; hold: number },
): Line {
  let [gs, go] = [hold * (slope - towards.slope), hold * (offset - towards.offset)];
  let [hss, hso, hoo] = [hold, 0, hold];
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
  return { slope: -(hoo * gs - hso * go) / determinant, offset: -(hss * go - hso * gs) / determinant };
}
