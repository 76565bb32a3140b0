import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServerProcess } from '@bellhop/local-process';
import { residentMb } from '../memory.js';

export interface LocalServer {
  port: number;
  dataDir: string;
  /** Resident memory of its process now; MB. */
  residentMb(): number;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** Starts a local server of this workspace, such as 'local-kafka', as its own process on an empty data folder. */
export async function startLocalServer(name: string, args: readonly string[] = []): Promise<LocalServer> {
  const main = fileURLToPath(new URL(`../../../${name}/dist/main.js`, import.meta.url));
  const dataDir = mkdtempSync(join(tmpdir(), `bellhop-bench-${name}-`));
  const { pid, port, end } = await startServerProcess({ main, dataDir, args });
  return {
    port,
    dataDir,
    residentMb: () => residentMb(pid),
    async stop() {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
