/** How many events a filter looks at between checkpoints when the client names no window (EventStoreDB's default). */
export const defaultSearchWindow = 32;

/**
 * Says when a filtered subscription owes its client a checkpoint: each time it has looked at `window × multiplier`
 * events, whether they matched or not. The client can then resume behind what did not match.
 */
export function checkpointCounter({ window, multiplier }: { window: number; multiplier: number }): {
  /** Counts one event that was looked at; true where a checkpoint is due after it. */
  countOne(): boolean;
} {
  const interval = Math.max(1, window) * Math.max(1, multiplier);
  let considered = 0;
  return {
    countOne() {
      considered = (considered + 1) % interval;
      return considered === 0;
    },
  };
}
