import { setTimeout as pause } from 'node:timers/promises';
import { type ServerProcess, startServerProcess } from '../server-process.js';
import { type Findings, sumFindings } from './findings.js';
import { createRandom } from './random.js';
import type { SoakedServer } from './soaked-server.js';

/** Kills between two full audits. */
const FULL_AUDIT_EVERY = 100;
const MAX_LOAD_MS = 300;
const LOAD_END_DEADLINE_MS = 30_000;

export interface KillLoopOptions {
  dataDir: string;
  kills: number;
  /** No kill comes after that. */
  limitMs: number;
  seed: number;
  onKill?: (soFar: SoakResult) => void;
}

export interface SoakResult extends Findings {
  kills: number;
  seed: number;
  seconds: number;
  acknowledged: Record<string, number>;
  reopeningMs: { median: number; most: number };
}

/** Loads a server, kills it at random moments, starts it again, and counts what is missing, doubled or torn. */
export async function killRepeatedly(server: SoakedServer, options: KillLoopOptions): Promise<SoakResult> {
  const { dataDir, kills, limitMs, seed, onKill } = options;
  const random = createRandom(seed);
  const startedMs = performance.now();
  const openedInMs: number[] = [];
  const found: Findings[] = [];
  const result = (): SoakResult => ({
    kills: openedInMs.length,
    seed,
    seconds: Math.round((performance.now() - startedMs) / 1_000),
    acknowledged: server.acknowledged(),
    ...sumFindings(found),
    reopeningMs: { median: Math.round(median(openedInMs)), most: Math.round(Math.max(0, ...openedInMs)) },
  });
  const { main, args } = server;
  const open = () => startServerProcess({ main, dataDir, ...(args ? { args } : {}) });
  let running = await open();
  try {
    await server.prepare(running.port);
    while (openedInMs.length < kills && performance.now() - startedMs < limitMs) {
      await killUnderLoad(server, running, random() * (server.maxLoadMs ?? MAX_LOAD_MS));
      running = await open();
      openedInMs.push(running.openedInMs);
      const full = openedInMs.length % FULL_AUDIT_EVERY === 0;
      found.push(await server.audit(running.port, { full }));
      onKill?.(result());
    }
    found.push(await server.audit(running.port, { full: true }));
    return result();
  } finally {
    await running.end('SIGTERM');
  }
}

async function killUnderLoad(server: SoakedServer, running: ServerProcess, loadMs: number): Promise<void> {
  const killed = new AbortController();
  const load = server.load(running.port, killed.signal);
  load.catch(() => undefined);
  // The moment of the kill is the point of this; nothing is awaited with it.
  await Promise.race([pause(loadMs), load]);
  const end = running.end('SIGKILL');
  killed.abort();
  await end;
  const deadline = new AbortController();
  const isOver = await Promise.race([
    load.then(
      () => true,
      () => true,
    ),
    pause(LOAD_END_DEADLINE_MS, false, { signal: deadline.signal }).catch(() => true),
  ]);
  deadline.abort();
  if (!isOver) throw new Error(`the load of ${server.name} did not end after the kill`);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
