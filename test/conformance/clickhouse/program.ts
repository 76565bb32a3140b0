import { execFile, spawnSync } from 'node:child_process';

/** Another client than Node's, which a suite needs. */
export interface Program {
  readonly isThere: boolean;
  /** For the title of the suite: empty, or why it is skipped. */
  readonly note: string;
  /** Runs it to its end; resolves with its output. Rejects where it fails, or takes over 60 seconds. */
  run(args: readonly string[], input?: string | Buffer): Promise<string>;
}

/** A program that is there when `probe` succeeds. */
export function program(name: string, command: string, probe: readonly string[]): Program {
  const isThere = spawnSync(command, probe).status === 0;
  return {
    isThere,
    note: isThere ? '' : ` (skipped because ${name} is missing)`,
    run: (args, input = '') =>
      new Promise((resolve, reject) => {
        const child = execFile(command, args, { timeout: 60_000 }, (fault, stdout, stderr) => {
          if (fault) reject(new Error(`${name} ended with ${fault.code}: ${stderr}`, { cause: fault }));
          else resolve(stdout);
        });
        child.stdin!.end(input);
      }),
  };
}
