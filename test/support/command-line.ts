import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

export const BIN = fileURLToPath(new URL('../../packages/cli/bin/bellhop.mjs', import.meta.url));

/** Runs `bellhop` as a user would, against the stack of a data folder. */
export const bellhop = (dataDir: string, ...args: string[]): Promise<Run> =>
  bellhopReading('', dataDir, ...args);

/** The same, with what it reads from standard input. */
export function bellhopReading(input: string, dataDir: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, BELLHOP_DATA_DIR: dataDir };
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { env, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}

/** The same with `--json`; throws what the command wrote to standard error when it fails. */
export async function bellhopJson<T>(dataDir: string, ...args: string[]): Promise<T> {
  const { status, stdout, stderr } = await bellhop(dataDir, '--json', ...args);
  if (status !== 0) throw new Error(`bellhop ${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
