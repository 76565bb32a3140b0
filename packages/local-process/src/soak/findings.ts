/** Counts of what is not as it must be; all zeros is what is promised. */
export interface Findings {
  /** Acknowledged, and not there. */
  missing: number;
  /** There more often than it was written. */
  doubled: number;
  /** There, and not what was written. */
  torn: number;
}

export const sumFindings = (all: readonly Findings[]): Findings =>
  all.reduce(
    (a, b) => ({ missing: a.missing + b.missing, doubled: a.doubled + b.doubled, torn: a.torn + b.torn }),
    { missing: 0, doubled: 0, torn: 0 },
  );

export const isClean = ({ missing, doubled, torn }: Findings): boolean => missing + doubled + torn === 0;
