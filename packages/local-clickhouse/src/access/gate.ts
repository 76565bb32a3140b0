/** Lets many through together, or one alone. */
export interface Gate {
  shared<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for those inside, and keeps others out until it is done. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  let inside = 0;
  let closed: Promise<void> = Promise.resolve();
  let whenEmpty: (() => void) | undefined;
  return {
    async shared(work) {
      for (let before: Promise<void> | undefined; before !== closed; ) {
        before = closed;
        await before;
      }
      inside++;
      try {
        return await work();
      } finally {
        inside--;
        if (inside === 0) whenEmpty?.();
      }
    },
    async alone(work) {
      const before = closed;
      let open: () => void = () => undefined;
      closed = new Promise((resolve) => {
        open = resolve;
      });
      await before;
      try {
        if (inside > 0) await new Promise<void>((resolve) => (whenEmpty = resolve));
        return await work();
      } finally {
        whenEmpty = undefined;
        open();
      }
    },
  };
}
