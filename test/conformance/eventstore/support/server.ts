import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from '@bellhop/local-process';

/** local-eventstore as its users run it: the compiled main file, in a process of its own, on data of its own. */
export interface ServerUnderTest {
  readonly dataDir: string;
  port(): number;
  /** What its process holds in memory of its own, the mapped data file aside; bytes. Undefined where the system does not tell. */
  ownMemoryBytes(): number | undefined;
  /** Ends the process and starts it again on the same data and another port. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Ends the process; its data stays until `stop`. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** The compiled main file. */
export const serverMain = join(__dirname, '../../../../packages/local-eventstore/dist/main.js');

export async function startServer(...args: string[]): Promise<ServerUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'conformance-eventstore-'));
  const open = (): Promise<ServerProcess> => startServerProcess({ main: serverMain, dataDir, args });
  let running = await open();
  return {
    dataDir,
    port: () => running.port,
    ownMemoryBytes: () => ownMemoryOf(running.pid),
    async restart(signal) {
      await running.end(signal);
      running = await open();
    },
    kill: () => running.end('SIGKILL'),
    async stop() {
      await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true });
    },
  };
}

function ownMemoryOf(pid: number): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return undefined;
  const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
