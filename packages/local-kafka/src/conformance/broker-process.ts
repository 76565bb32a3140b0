import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageDir = join(__dirname, '..', '..');

export interface Built {
  main: string;
  remove(): void;
}

/** Compiles the package into a folder of its own, inside the package, so that its dependencies are found. */
export const buildPackage = (): Built => {
  const outDir = mkdtempSync(join(packageDir, '.bellhop-build-'));
  const tsc = join(dirname(createRequire(__filename).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', join(packageDir, 'tsconfig.json'), '--outDir', outDir]);
  return { main: join(outDir, 'main.js'), remove: () => rmSync(outDir, { recursive: true }) };
};

export interface BrokerProcess {
  child: ChildProcess;
  port: number;
  stdout(): string;
}

export interface ProcessOptions {
  port?: number;
  /** As `name=value`. */
  settings?: string[];
  /** Largest file that it may write, in blocks of 512 bytes; beyond that, writing fails. */
  maxFileBlocks?: number;
}

/** Starts the broker as its own process; resolves when it says that it is ready. */
export const startProcess = async (
  main: string,
  dataDir: string,
  { port = 0, settings = [], maxFileBlocks }: ProcessOptions = {},
): Promise<BrokerProcess> => {
  const command = [process.execPath, main, '--data', dataDir, '--port', String(port)];
  command.push(...settings.flatMap((it) => ['--set', it]));
  const limited =
    maxFileBlocks === undefined ? [] : ['sh', '-c', `ulimit -f ${maxFileBlocks}; exec "$@"`, 'sh'];
  const [program, ...args] = [...limited, ...command];
  const child = spawn(program!, args, {
    stdio: ['ignore', 'pipe', limited.length > 0 ? 'ignore' : 'inherit', 'ipc'],
  });
  let stdout = '';
  child.stdout!.on('data', (chunk) => {
    stdout += chunk;
  });
  const [message] = (await once(child, 'message')) as [{ type: string; port: number }];
  if (message.type !== 'ready') throw new Error(`not ready but ${JSON.stringify(message)}`);
  return { child, port: message.port, stdout: () => stdout };
};

/** Runs the broker until it ends by itself. */
export const runToEnd = async (
  main: string,
  args: string[],
): Promise<{ code: number | null; stderr: string }> => {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
};

export const kill = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
};
