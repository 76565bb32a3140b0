import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DataFolderInUseError } from './data-folder-lock.js';

/** A server that runs in this process. */
export interface RunningServer {
  port: number;
  /** Ends connections and syncs what is left. */
  close(): Promise<void>;
  /** Resolves when the server can't go on, such as after a write that failed. */
  fault?: Promise<Error>;
}

export interface ServerFlags<Settings> {
  dataDir: string;
  port: number;
  host: string;
  /** From `--set name=value`. */
  settings: Settings;
}

export interface LocalServer<Settings> {
  /** Such as local-mqtt: begins every line that it writes. */
  name: string;
  /** The port where `--port` is not given. */
  defaultPort: number;
  /** What `--set` takes; an unknown name is refused. */
  settings: z.ZodType<Settings>;
  start(flags: ServerFlags<Settings>): Promise<RunningServer>;
  /** What its clients connect to. */
  address(host: string, port: number, settings: Settings): string;
}

/** For servers that `--set` sets nothing of. */
export const noSettings = z.strictObject({});

/**
 * Runs a local server as this process: `--data DIR [--port N] [--host ADDRESS] [--set name=value]…`. When it listens it
 * prints one line and tells the parent process (`{ type: 'ready', port }`). It stops on SIGTERM, SIGINT or when the parent
 * is gone. What is in its way (a port or data folder in use, a bad flag) is one line on standard error, and status 1.
 */
export async function runLocalServer<Settings>(server: LocalServer<Settings>): Promise<void> {
  const fail = (message: string): never => {
    process.stderr.write(`${server.name}: ${message.replaceAll('\n', ' ')}\n`);
    return process.exit(1);
  };
  let flags: ServerFlags<Settings>;
  try {
    flags = readFlags(server);
  } catch (error) {
    return fail(
      `${(error as Error).message} Usage: ${server.name} --data DIR [--port N] [--host ADDRESS] [--set name=value]…`,
    );
  }
  const running = await server.start(flags).catch((error: unknown) => fail(explain(error, flags)));
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    running.close().then(
      () => process.exit(0),
      (error: Error) => fail(error.message),
    );
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, stop);
  void running.fault?.then((error) => fail(error.message));
  process.stdout.write(
    `${server.name} listens on ${server.address(flags.host, running.port, flags.settings)}, data in ${flags.dataDir}\n`,
  );
  process.send?.({ type: 'ready', port: running.port });
}

function readFlags<Settings>({
  defaultPort,
  settings: schema,
}: LocalServer<Settings>): ServerFlags<Settings> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: String(defaultPort) },
      host: { type: 'string', default: '127.0.0.1' },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!values.data) throw new Error('--data DIR is missing.');
  const port = z.coerce.number().int().min(0).max(65_535).safeParse(values.port);
  if (!port.success) throw new Error(`--port ${values.port} is not a port, 0 to 65535.`);
  const pairs = values.set.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Error(`--set ${pair} is not name=value.`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const settings = schema.safeParse(Object.fromEntries(pairs));
  if (!settings.success) {
    const problems = settings.error.issues.map(({ path, message }) =>
      ['--set', ...path.map(String), message].join(' '),
    );
    throw new Error(`${problems.join('; ')}.`);
  }
  return { dataDir: values.data, port: port.data, host: values.host, settings: settings.data };
}

function explain(error: unknown, { port }: ServerFlags<unknown>): string {
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE' || code === 'port-in-use')
    return `Port ${port} is in use; choose another with --port.`;
  if (error instanceof DataFolderInUseError) return `${error.message} Choose another with --data.`;
  return error instanceof Error ? error.message : String(error);
}
