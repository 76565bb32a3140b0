#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ClickHouseException, errorCodes } from './clickhouse-exception.js';
import { type LocalClickHouseOptions, startLocalClickHouse } from './start-local-clickhouse.js';
import { usersSchema } from './users.js';

const usage =
  'local-clickhouse --data DIR [--port N] [--host ADDRESS] [--set users=JSON] [--set memoryLimitBytes=N]\n';

const settingsSchema = z.strictObject({
  users: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(usersSchema)
    .optional(),
  memoryLimitBytes: z.coerce.number().int().positive().optional(),
});

function readOptions(): LocalClickHouseOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8123' },
      data: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      set: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!values.data) throw new Error('--data DIR is missing.');
  const settings = Object.fromEntries(values.set.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  const port = z.coerce.number().int().min(0).max(65_535).parse(values.port);
  return { dataDir: values.data, port, host: values.host, ...settingsSchema.parse(settings) };
}

function explain(error: unknown, options: LocalClickHouseOptions): string {
  const code = (error as { code?: unknown }).code;
  if (code === 'EADDRINUSE') return `Port ${options.port} is in use; choose another with --port.`;
  if (error instanceof ClickHouseException && error.code === errorCodes.CANNOT_OPEN_FILE) {
    return `The data folder ${options.dataDir} is in use by another process; choose another with --data.`;
  }
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string): never {
  process.stderr.write(`local-clickhouse: ${message.replaceAll('\n', ' ')}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  let options: LocalClickHouseOptions;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(usage);
    fail(error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message);
  }
  const server = await startLocalClickHouse(options).catch((error: unknown) => fail(explain(error, options)));
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void server.close().then(() => process.exit(0));
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, stop);
  process.stdout.write(`local-clickhouse listens on http://${options.host}:${server.port}\n`);
  process.send?.({ type: 'ready', port: server.port });
}

await main();
