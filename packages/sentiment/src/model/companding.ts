/**
 * Weights are kept in eight bits, finer near zero than far from it: a text is scored by hundreds of small weights
 * as much as by a few great ones. A byte q stands for sign(q) · (q / 127)² · greatest.
 */
const STEPS = 127;

export function compand(weight: number, greatest: number): number {
  const share = Math.min(Math.abs(weight) / greatest, 1);
  return Math.sign(weight) * Math.round(Math.sqrt(share) * STEPS);
}

/** What each byte stands for, by its unsigned value. */
export function expanded(greatest: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => {
    const steps = byte < 128 ? byte : byte - 256;
    return Math.sign(steps) * (steps / STEPS) ** 2 * greatest;
  });
}
