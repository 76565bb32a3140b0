import { setTimeout as delay } from 'node:timers/promises';

export interface RetryOptions {
  attempts: number;
  firstDelayMs: number;
  maxDelayMs: number;
  /** Whether the fault may pass by itself. */
  retryable: (error: unknown) => boolean;
  onRetry?: (error: unknown, attempt: number) => void;
}

/** Calls `action` until it succeeds; doubles the delay after each failure. Throws the last error. Never wrap two side effects in one. */
export async function retry<T>(action: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action();
    } catch (error) {
      if (attempt >= options.attempts || !options.retryable(error)) throw error;
      options.onRetry?.(error, attempt);
      await delay(Math.min(options.maxDelayMs, options.firstDelayMs * 2 ** (attempt - 1)));
    }
  }
}
