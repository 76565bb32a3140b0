import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface BrokerChild {
  port: number;
  /** Milliseconds from the start of the process until it listened. */
  openedInMs: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

const main = fileURLToPath(new URL('../main.js', import.meta.url));

/** Cleans up all the time, so that kills strike compaction and retention too. */
const settings = [
  'log.cleaner.backoff.ms=20',
  'log.retention.check.interval.ms=50',
  'auto.create.topics.enable=false',
];

/** Starts the compiled broker as its own process; resolves when it listens, rejects when it ends before. */
export const startChild = async (dataDir: string): Promise<BrokerChild> => {
  const startedMs = performance.now();
  const args = [main, '--data', dataDir, '--port', '0', ...settings.flatMap((it) => ['--set', it])];
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const message = await Promise.race([once(child, 'message'), exit.then(() => null)]);
  if (message === null) throw new Error(`the broker ended with code ${child.exitCode}`);
  return {
    port: (message[0] as { port: number }).port,
    openedInMs: performance.now() - startedMs,
    async kill(signal) {
      child.kill(signal);
      await exit;
    },
  };
};
