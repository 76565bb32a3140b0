#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DataFolderInUseError } from './data-folder-lock.js';
import { type LocalSchemaRegistryOptions, startLocalSchemaRegistry } from './start-local-schema-registry.js';

const name = 'local-schema-registry';

function readOptions(): Required<LocalSchemaRegistryOptions> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8081' },
      data: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  if (!values.data) throw new Error(`usage: ${name} --data DIR [--port N] [--host ADDRESS]`);
  const port = z.coerce.number().int().min(0).max(65_535).safeParse(values.port);
  if (!port.success) throw new Error(`--port ${values.port} is not a port, 0 to 65535.`);
  return { dataDir: values.data, port: port.data, host: values.host };
}

function explain(error: unknown, options: LocalSchemaRegistryOptions): string {
  if ((error as { code?: unknown }).code === 'EADDRINUSE') {
    return `Port ${options.port} is in use; choose another with --port.`;
  }
  if (error instanceof DataFolderInUseError) return `${error.message} Choose another with --data.`;
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string): never {
  process.stderr.write(`${name}: ${message}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  let options: Required<LocalSchemaRegistryOptions>;
  try {
    options = readOptions();
  } catch (error) {
    fail((error as Error).message);
  }
  const server = await startLocalSchemaRegistry(options).catch((error: unknown) =>
    fail(explain(error, options)),
  );
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void server.close().then(() => process.exit(0));
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, stop);
  process.stdout.write(`${name} listens on http://${options.host}:${server.port}\n`);
  process.send?.({ type: 'ready', port: server.port });
}

await main();
