/** What a text is, and what a scorer said of it. */
export interface Pair {
  readonly truth: string;
  readonly said: string;
}

/** The mean over classes of F1, the harmonic mean of precision and recall; a class that never occurs is left out. */
export function macroF1(pairs: readonly Pair[], classes: readonly string[]): number {
  const figures = classes.flatMap((one) => {
    let [hits, claimed, there] = [0, 0, 0];
    for (const { truth, said } of pairs) {
      if (said === one) claimed += 1;
      if (truth === one) there += 1;
      if (truth === one && said === one) hits += 1;
    }
    return there === 0 ? [] : [(2 * hits) / (claimed + there)];
  });
  return figures.length === 0 ? 0 : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

export function accuracy(pairs: readonly Pair[]): number {
  return pairs.filter(({ truth, said }) => truth === said).length / Math.max(1, pairs.length);
}

const BINS = 10;

/** The mean distance between how sure a scorer is and how often it is right, over ten bins of sureness. */
export function calibrationError(judged: readonly { sureness: number; isRight: boolean }[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, sureness: 0, right: 0 }));
  for (const { sureness, isRight } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(sureness * BINS))]!;
    bin.count += 1;
    bin.sureness += sureness;
    bin.right += isRight ? 1 : 0;
  }
  const off = bins.reduce((sum, { sureness, right }) => sum + Math.abs(sureness - right), 0);
  return off / Math.max(1, judged.length);
}
