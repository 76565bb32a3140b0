import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '@bellhop/local-process';
import { type ClickHouseClient, createClient } from '@clickhouse/client';

type ClientOptions = NonNullable<Parameters<typeof createClient>[0]>;

export interface ServerUnderTest {
  port: number;
  pid: number;
  url: string;
  dataDir: string;
  /** An official client; closed by `stop`. */
  client(options?: ClientOptions): ClickHouseClient;
  /** Answers a statement over plain HTTP, with the URL's parameters. Throws an answer that is not 200. */
  ask(sql: string, parameters?: Record<string, string>): Promise<string>;
  /** Ends it by this signal and starts it again on the same port and data. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Safe to call again. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  users?: Record<string, object>;
  /** By default an empty folder that is removed afterwards. */
  dataDir?: string;
  args?: readonly string[];
}

export const serverMain = join(__dirname, '../../../packages/local-clickhouse/dist/main.js');

/** local-clickhouse as its own process, as it was built. */
export async function startServer({
  users,
  dataDir,
  args: more = [],
}: ServerOptions = {}): Promise<ServerUnderTest> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'conformance-clickhouse-'));
  const args = [...(users ? ['--set', `users=${JSON.stringify(users)}`] : []), ...more];
  const start = (last: string[] = []) =>
    startServerProcess({ main: serverMain, dataDir: folder, args: [...args, ...last] });
  let server = await start();
  const { port } = server;
  const url = `http://127.0.0.1:${port}`;
  const clients: ClickHouseClient[] = [];
  return {
    port,
    get pid() {
      return server.pid;
    },
    url,
    dataDir: folder,
    client(options = {}) {
      const client = createClient({ url, log: { level: 127 }, ...options });
      clients.push(client);
      return client;
    },
    async ask(sql, parameters = {}) {
      const answer = await fetch(`${url}/?${new URLSearchParams(parameters)}`, { method: 'POST', body: sql });
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return text;
    },
    async restart(signal = 'SIGTERM') {
      await server.end(signal);
      // The last --port counts.
      server = await start(['--port', `${port}`]);
    },
    async stop() {
      await Promise.all(clients.splice(0).map((client) => client.close()));
      await server.end('SIGTERM');
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
