import type { Wanted } from './gather.js';

/**
 * Waits until something changes in one of the partitions. False when the deadline (on the clock of
 * `performance.now()`) has passed or the client is gone instead.
 */
export const awaitChange = (wanted: Wanted[], deadlineMs: number, gone: AbortSignal): Promise<boolean> => {
  const leftMs = deadlineMs - performance.now();
  if (leftMs <= 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    const finish = (hasChanged: boolean) => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      gone.removeEventListener('abort', onGone);
      resolve(hasChanged);
    };
    const onGone = () => finish(false);
    const timer = setTimeout(() => finish(false), leftMs);
    const stops = wanted.flatMap((it) => it.partition?.onChange(() => finish(true)) ?? []);
    gone.addEventListener('abort', onGone, { once: true });
  });
};
