import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';

/** The package as it runs in production: compiled, in a process of its own. */
export interface CompiledMain {
  start(args: readonly string[]): MainProcess;
  remove(): void;
}

export interface MainProcess {
  readonly process: ChildProcess;
  /** Resolves with the port when the process says that it is ready; rejects where it ends before. */
  readonly ready: Promise<number>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Compiles the sources into a folder inside the package, where its dependencies resolve. */
export function compileMain(): CompiledMain {
  const packageDir = dirname(dirname(expect.getState().testPath ?? ''));
  const dist = join(packageDir, 'dist');
  mkdirSync(dist, { recursive: true });
  const outDir = mkdtempSync(join(dist, 'test-'));
  const compiler = join(packageDir, '../../node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(packageDir, 'tsconfig.json'), '--outDir', outDir]);
  return {
    start: (args) => startProcess(join(outDir, 'main.js'), args),
    remove: () => rmSync(outDir, { recursive: true }),
  };
}

function startProcess(file: string, args: readonly string[]): MainProcess {
  const child = fork(file, [...args], { silent: true, execArgv: [] });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (text) => {
    stdout += text;
  });
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  // Not the event `close`: it does not come after the IPC channel was closed from this side.
  const ended = Promise.all([
    once(child, 'exit'),
    once(child.stdout!, 'end'),
    once(child.stderr!, 'end'),
  ]).then(([[code]]: [unknown[], unknown, unknown]) => ({
    code: typeof code === 'number' ? code : null,
    stdout,
    stderr,
  }));
  const ready = new Promise<number>((resolve, reject) => {
    child.once('message', (message: { type: string; port: number }) => resolve(message.port));
    ended.then((end) => reject(new Error(`It ended with ${end.code}: ${end.stderr}`)));
  });
  ready.catch(() => undefined);
  return { process: child, ready, ended };
}
