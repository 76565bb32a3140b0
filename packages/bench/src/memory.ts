import { execFileSync } from 'node:child_process';
import type { Stack } from '@bellhop/stack';

/** Resident memory of a process; MB. */
export function residentMb(pid: number): number {
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return Math.round(kilobytes / 1024);
}

/** Resident memory of each process of the stack; MB. */
export function residentMemory(stack: Stack): Record<string, number> {
  return Object.fromEntries([...stack.processes].map(([name, { pid }]) => [name, residentMb(pid ?? 0)]));
}
