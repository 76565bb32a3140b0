import { setTimeout as wait } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 5_000;
/** However long a receiver asks us to wait. */
const LONGEST_ASKED_MS = 60_000;

/** How long to wait before trying again for the `attempt`-th time, counted from 1; milliseconds. */
export function backOffMs(attempt: number, retryAfter: string | null = null): number {
  const askedMs = retryAfter === null ? undefined : askedFor(retryAfter);
  if (askedMs !== undefined) return Math.min(askedMs, LONGEST_ASKED_MS);
  return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
}

/** Retry-After (RFC 9110, 10.2.3): seconds, or a date. */
function askedFor(retryAfter: string): number | undefined {
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Waits; returns early when the signal aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // A timer can't be set further ahead than 2^31 − 1 ms.
  await wait(Math.min(ms, 2 ** 31 - 1), undefined, { signal }).catch(() => undefined);
}
