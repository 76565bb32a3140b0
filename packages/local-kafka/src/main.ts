#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { startLocalKafka } from './broker.js';
import { FolderInUse } from './storage/ownership.js';

const usage = 'usage: local-kafka --data DIR [--port N] [--host H] [--set name=value]…';

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '9092' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return fail(`--port takes 0 to 65535; ${usage}`);
    const settings = values.set.map((text) => {
      const at = text.indexOf('=');
      return at < 1 ? fail(`--set takes name=value; ${usage}`) : [text.slice(0, at), text.slice(at + 1)];
    });
    return {
      port,
      host: values.host,
      dataDir: values.data ?? fail(usage),
      settings: Object.fromEntries(settings),
    };
  } catch (error) {
    return fail(`${(error as Error).message}; ${usage}`);
  }
};

const explain = (error: unknown, port: number, dataDir: string): string => {
  if (error instanceof FolderInUse)
    return `data folder ${dataDir} is in use by another process; choose another with --data`;
  if (error instanceof ZodError) {
    return error.issues.map((it) => `--set ${it.path.join('.') || 'name'}: ${it.message}`).join('; ');
  }
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' ? `port ${port} is in use; choose another with --port` : message;
};

const main = async (): Promise<void> => {
  const { port, host, dataDir, settings } = readArguments();
  const kafka = await startLocalKafka({ dataDir, port, host, settings }).catch((error) =>
    fail(explain(error, port, dataDir)),
  );
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await kafka.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  void kafka.fault.then((error) => fail(`a write to ${dataDir} failed: ${error.message}`));
  console.log(`local-kafka listens on ${host}:${kafka.port}`);
  process.send?.({ type: 'ready', port: kafka.port });
};

await main();
