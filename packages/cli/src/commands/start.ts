import { join, resolve } from 'node:path';
import { readConfig } from '@bellhop/runtime';
import { type Stack, stackSettings } from '@bellhop/stack';
import type { Command } from 'commander';
import { startFeeder, startLocalStack } from '../local-stack.js';
import { minute, print } from '../output.js';

interface Options {
  fresh?: boolean;
  feed: boolean;
  seed: string;
}

export function startCommand(program: Command): void {
  program
    .command('start')
    .description(
      'Starts the local servers, every service and a simulated hotel group; Ctrl-C stops all of it',
    )
    .option('--fresh', 'throws the data folder away and starts over')
    .option('--no-feed', 'no simulated hotel group')
    .option('--seed <seed>', 'of the simulated hotel group', 'bellhop')
    .action(start);
}

async function start({ fresh, feed, seed }: Options): Promise<void> {
  const settings = readConfig(stackSettings, process.env);
  const dataDir = resolve(settings.BELLHOP_DATA_DIR);
  const stopAsked = new Promise<void>((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked());
  });
  const step = (text: string) => print(`  ✓ ${text}`);
  print(`Bellhop starts; its data lies in ${dataDir}`);
  const stack = await startLocalStack(settings, { fresh: fresh ?? false, onStep: step });
  try {
    if (feed) {
      const feeder = await startFeeder(stack, {
        seed,
        stateFile: join(dataDir, 'simulator.json'),
        onProgress: showCatchingUp(),
      });
      feeder.done.catch((error: Error) => {
        process.stderr.write(`bellhop: ${error.message}; what runs goes on without it\n`);
        return feeder.process.stop();
      });
    }
    print(screen(stack, feed));
    await stopAsked;
    print('\nBellhop stops');
  } finally {
    await stack.stop();
  }
  print('Bellhop has stopped; `npm start` goes on from here');
}

/** Tells once a few seconds how far the simulated past has been fed, until it is the present. */
function showCatchingUp() {
  const EVERY_MS = 5_000;
  let toldAt = Date.now();
  let caughtUp = false;
  return ({ delivered, simulatedAt }: { delivered: number; simulatedAt: number }) => {
    if (caughtUp) return;
    caughtUp = Date.now() - simulatedAt < 60_000;
    if (!caughtUp && Date.now() - toldAt < EVERY_MS) return;
    toldAt = Date.now();
    print(
      caughtUp
        ? `  simulator: ${delivered} deliveries; from here on by the clock`
        : `  simulator: ${delivered} deliveries, has reached ${minute(simulatedAt)} UTC`,
    );
  };
}

function screen({ env, dataDir }: Stack, feed: boolean): string {
  return `
Bellhop is up.
  ingest           ${env.INGEST_URL}    (webhooks /v1/sources/…, touchpoints /v1/touchpoints, /openapi.json)
  ClickHouse       ${env.CLICKHOUSE_URL}    (database bellhop; user analyst, without a password, reads only)
  Kafka            ${env.KAFKA_BROKERS}    (touchpoints, journey-events, touchpoints.quarantine)
  EventStoreDB     ${env.EVENTSTORE_URL}
  schema registry  ${env.SCHEMA_REGISTRY_URL}
  MQTT             ${env.MQTT_URL}
  logs             ${join(dataDir, 'logs')}
  hotel group      ${env.HOTEL_GROUP_FILE}

Try, in another terminal:
  npx bellhop metrics --by channel
  npx bellhop sql "SELECT guest_id, name, touchpoints FROM guest_journeys FINAL ORDER BY last_at DESC LIMIT 5"
  npx bellhop journey <a guest id from there>

${feed ? 'Three simulated hotels are feeding it: two weeks of the past at once, then by the clock.' : 'Nothing is feeding it (--no-feed); `npx bellhop send` and POST /v1/touchpoints do.'}
Ctrl-C stops everything.`;
}
