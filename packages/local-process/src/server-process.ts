import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A local server as a child process. */
export interface ServerProcess {
  pid: number;
  port: number;
  /** Milliseconds from the start of the process until it listened. */
  openedInMs: number;
  /** Resolves when it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface ServerProcessOptions {
  /** The compiled main file, which keeps the protocol of `runLocalServer`. */
  main: string;
  dataDir: string;
  /** Arguments beside `--data` and `--port`. */
  args?: readonly string[];
}

const START_DEADLINE_MS = 60_000;

/** Starts a local server on a free port; resolves when it listens, and throws when it ends before or takes over a minute. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const { main, dataDir, args = [] } = options;
  const startedMs = performance.now();
  const child = spawn(process.execPath, [main, '--data', dataDir, '--port', '0', ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const deadline = setTimeout(() => child.kill('SIGKILL'), START_DEADLINE_MS);
  const message = await Promise.race([once(child, 'message'), exit.then(() => undefined)]);
  clearTimeout(deadline);
  if (message === undefined)
    throw new Error(`${main} ended with ${child.exitCode ?? child.signalCode} before it listened`);
  return {
    pid: child.pid!,
    port: (message[0] as { port: number }).port,
    openedInMs: performance.now() - startedMs,
    async end(signal) {
      child.kill(signal);
      await exit;
    },
  };
}
