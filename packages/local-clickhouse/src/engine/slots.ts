/** Reads and writes are counted apart, so that long selects never keep an insert waiting. */
export type SlotKind = 'read' | 'write';

export interface Slots {
  /** How many of a kind run at a time. */
  readonly limits: Readonly<Record<SlotKind, number>>;
  /** Runs `work` when a slot is free, in the order of asking within a kind. */
  use<T>(kind: SlotKind, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing runs or waits. */
  drained(): Promise<void>;
}

/**
 * The engine's asynchronous calls each hold a thread of Node's pool (UV_THREADPOOL_SIZE, 4 by default). One thread is
 * left for SET, KILL QUERY and files, and one more is never given to reads.
 */
export function createSlots(threads = Number(process.env.UV_THREADPOOL_SIZE ?? 4)): Slots {
  const total = Math.max(2, threads - 1);
  const limits: Record<SlotKind, number> = { read: Math.max(1, total - 1), write: total };
  const running: Record<SlotKind, number> = { read: 0, write: 0 };
  const waiting: Record<SlotKind, Array<() => void>> = { read: [], write: [] };
  const idle: Array<() => void> = [];

  const isFree = (kind: SlotKind) => running[kind] < limits[kind] && running.read + running.write < total;

  function startNext(): void {
    for (const kind of ['write', 'read'] as const) {
      if (waiting[kind].length === 0 || !isFree(kind)) continue;
      running[kind]++;
      waiting[kind].shift()!();
      return;
    }
    if (running.read + running.write === 0) for (const resolve of idle.splice(0)) resolve();
  }

  return {
    limits,
    async use(kind, work) {
      if (isFree(kind)) running[kind]++;
      else await new Promise<void>((resolve) => waiting[kind].push(resolve));
      try {
        return await work();
      } finally {
        running[kind]--;
        startNext();
      }
    },
    async drained() {
      if (running.read + running.write > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}
