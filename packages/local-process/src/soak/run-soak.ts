import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isClean } from './findings.js';
import { killRepeatedly, type SoakResult } from './kill-loop.js';
import type { SoakedServer } from './soaked-server.js';

const PROGRESS_EVERY_MS = 5_000;

/**
 * Runs the soak of a server as this process: `--kills N --seconds N --seed N`. Writes its progress to standard error and
 * the result to standard output, as one line of JSON. Its status is 1 where anything was found, or the time was over
 * before the kills were done.
 */
export async function runSoak(server: SoakedServer): Promise<void> {
  const { kills, seconds, seed } = readArguments();
  const dataDir = mkdtempSync(join(tmpdir(), `${server.name}-soak-`));
  const remove = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  // The server ends with this process, which its IPC channel tells it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      remove();
      process.exit(1);
    });
  let toldMs = performance.now();
  const onKill = (soFar: SoakResult) => {
    if (performance.now() - toldMs < PROGRESS_EVERY_MS) return;
    toldMs = performance.now();
    process.stderr.write(`${server.name}: ${progressOf(soFar, kills)}\n`);
  };
  try {
    const result = await killRepeatedly(server, { dataDir, kills, limitMs: seconds * 1_000, seed, onKill });
    process.stdout.write(`${JSON.stringify({ soak: server.name, ...result })}\n`);
    process.exitCode = isClean(result) && result.kills >= kills ? 0 : 1;
  } finally {
    remove();
  }
}

function readArguments(): { kills: number; seconds: number; seed: number } {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '600' },
      seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
    },
  });
  const number = (name: keyof typeof values): number => {
    const value = Number(values[name]);
    if (!(value >= 0)) throw new Error(`--${name} ${values[name]} is not a number`);
    return value;
  };
  return { kills: number('kills'), seconds: number('seconds'), seed: number('seed') };
}

const progressOf = ({ kills, seconds, missing, doubled, torn }: SoakResult, wanted: number): string =>
  `${kills} of ${wanted} kills in ${seconds} s; ${missing} missing, ${doubled} doubled, ${torn} torn`;
