/** A timer that rang later than this shows that the process stood still, and that requests may be waiting unread. */
const stallMs = 250;

/**
 * Named timers. When the process was blocked (or the machine slept), a deadline that has passed says nothing about the
 * others: their heartbeats may sit unread in the sockets. Such a deadline gets one more full period.
 */
export const createDeadlines = () => {
  const timers = new Map<string, NodeJS.Timeout>();

  const stop = (name: string): void => {
    clearTimeout(timers.get(name));
    timers.delete(name);
  };

  const start = (name: string, timeoutMs: number, ring: () => void, isExtended = false): void => {
    stop(name);
    const dueMs = performance.now() + timeoutMs;
    const timer = setTimeout(() => {
      timers.delete(name);
      if (!isExtended && performance.now() - dueMs > stallMs) start(name, timeoutMs, ring, true);
      else ring();
    }, timeoutMs);
    timers.set(name, timer);
  };

  return {
    /** Starts, or starts again, the timer of that name. */
    start: (name: string, timeoutMs: number, ring: () => void): void => start(name, timeoutMs, ring),
    stop,
    stopAll(): void {
      for (const name of [...timers.keys()]) stop(name);
    },
  };
};
