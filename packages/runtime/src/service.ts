import type { Registry } from 'prom-client';
import { z } from 'zod';
import { ConfigError, commonSettings, readConfig, redacted } from './config.js';
import { createMetrics, serveHealth } from './health.js';
import { createLogger, type Logger } from './logger.js';

export interface ServiceContext<C> {
  config: C;
  logger: Logger;
  metrics: Registry;
  /** Ends the process with status 1: for faults that bounded retries did not mend. Whoever supervises it starts it again. */
  crash(error: unknown): void;
}

export interface RunningService {
  /** The port that it listens on, if it does. */
  port?: number;
  /** Finishes what is under way and closes every connection. */
  stop(): Promise<void>;
}

const STOP_DEADLINE_MS = 10_000;

/**
 * Runs a service as this process: reads its configuration from the environment, starts it, tells the parent process
 * (`{ type: 'ready', port }`), and stops it on SIGTERM, SIGINT or when the parent is gone.
 * `--check-config` only validates the configuration.
 */
export async function runService<S extends z.ZodRawShape>(
  name: string,
  settings: S,
  start: (
    context: ServiceContext<z.infer<z.ZodObject<S>> & z.infer<z.ZodObject<typeof commonSettings>>>,
  ) => Promise<RunningService>,
): Promise<void> {
  type Config = z.infer<z.ZodObject<S>> & z.infer<z.ZodObject<typeof commonSettings>>;
  const config = configOrExit(z.object({ ...commonSettings, ...settings })) as Config;
  const logger = createLogger(name, config.LOG_LEVEL);
  const crash = (error: unknown) => {
    logger.fatal({ err: error }, 'the service gives up');
    logger.flush();
    process.exit(1);
  };
  process.on('unhandledRejection', crash);
  process.on('uncaughtException', crash);
  const metrics = createMetrics(name);
  let running: RunningService | undefined;
  let stopping = false;
  const stop = () => {
    if (!stopping) void stopWithin(running, logger);
    stopping = true;
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop);
  logger.info({ config: redacted(config) }, 'starting');
  try {
    running = await start({ config, logger, metrics, crash });
    if (config.HEALTH_PORT !== undefined) await serveHealth(metrics, config.HEALTH_PORT);
  } catch (error) {
    return crash(error);
  }
  logger.info({ port: running.port }, 'ready');
  process.send?.({ type: 'ready', port: running.port });
}

function configOrExit<S extends z.ZodType>(schema: S): z.infer<S> {
  try {
    const config = readConfig(schema, process.env);
    if (process.argv.includes('--check-config')) {
      process.stdout.write(`${JSON.stringify(redacted(config as Record<string, unknown>), null, 2)}\n`);
      process.exit(0);
    }
    return config;
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
    return process.exit(2);
  }
}

async function stopWithin(running: RunningService | undefined, logger: Logger): Promise<void> {
  const deadline = setTimeout(() => {
    logger.error({ deadlineMs: STOP_DEADLINE_MS }, 'did not stop in time');
    process.exit(1);
  }, STOP_DEADLINE_MS);
  deadline.unref();
  try {
    await running?.stop();
    logger.info('stopped');
    process.exit(0);
  } catch (error) {
    logger.error({ err: error }, 'did not stop cleanly');
    process.exit(1);
  }
}
