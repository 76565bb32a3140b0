import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface MemoryFigures {
  /** What the scorer holds after 20,000 texts in all languages, in megabytes: heap and buffers, garbage collected. */
  readonly memoryMb: number;
  /** What the resident memory grew by from before loading, in megabytes, with garbage as Node's default flags leave it. */
  readonly residentGrowthMb: number;
}

const PROGRAM = fileURLToPath(new URL('./memory-main.js', import.meta.url));
const MOST_MS = 60_000;

/** Measures in a process of its own: one that has done other things has memory at hand that it would not grow by. */
export async function measureMemory(): Promise<MemoryFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM], { timeout: MOST_MS });
  return JSON.parse(stdout) as MemoryFigures;
}
