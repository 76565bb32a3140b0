import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ClickHouse, connectClickHouse } from '@bellhop/clickhouse';
import { readHotelGroup } from '@bellhop/runtime';
import { createSentimentScorer } from '@bellhop/sentiment';
import { compareFigures, createTruth, type Figures, simulate } from '@bellhop/simulator';
import { freePorts, type Stack } from '@bellhop/stack';
import type { Command } from 'commander';
import { countedFigures } from '../figures.js';
import { startFeeder, startLocalStack } from '../local-stack.js';
import { metricRows } from '../metric-rows.js';
import { type Output, print } from '../output.js';
import { createProgress } from '../progress.js';
import { settle } from '../settle.js';
import { printJourney } from './journey.js';
import { printMetrics } from './metrics.js';

interface Options {
  seed: string;
  days: string;
  dir: string;
}

export function demoCommand(program: Command, output: () => Output): void {
  program
    .command('demo')
    .description('Lets a simulated hotel group live, then compares ClickHouse with what the simulator knows')
    .option('--seed <seed>', 'of the simulated hotel group', 'bellhop')
    .option('--days <n>', 'how many days it lives', '14')
    .option('--dir <folder>', 'the data folder, which is thrown away first', '.bellhop-demo')
    .action(async (options: Options) => {
      const differences = await demo(options, output());
      if (differences.length > 0) process.exitCode = 1;
    });
}

async function demo({ seed, days, dir }: Options, output: Output): Promise<string[]> {
  const dataDir = resolve(dir);
  const stack = await startLocalStack(
    { ...freePorts(dataDir), LOG_LEVEL: 'info' },
    { fresh: true, onStep: (step) => process.stderr.write(`  ✓ ${step}\n`) },
  );
  const stop = () => void stack.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const clickhouse = connectClickHouse({
    url: stack.env.CLICKHOUSE_URL,
    database: 'bellhop',
    username: 'default',
    password: '',
    application: 'bellhop-demo',
  });
  try {
    const stateFile = join(dataDir, 'simulator.json');
    await live(stack, { seed, days: Number(days), stateFile });
    const truth = truthOf(stack, { seed, days: Number(days), stateFile });
    await settle(stack, clickhouse, totalOf(truth));
    await printJourney(output, clickhouse, await talkativeGuest(clickhouse));
    printMetrics(output, await metricRows(clickhouse, {}));
    const differences = compareFigures(truth, await countedFigures(clickhouse, truth.stagesLeaveOut));
    print(verdict(differences, truth));
    return differences;
  } finally {
    await clickhouse.close();
    await stack.stop();
  }
}

interface Simulated {
  seed: string;
  days: number;
  stateFile: string;
}

async function live(stack: Stack, simulated: Simulated): Promise<void> {
  const progress = createProgress('deliveries', 0);
  const feeder = await startFeeder(stack, {
    ...simulated,
    onProgress: ({ delivered, total, simulatedAt }) => {
      progress.total(total ?? 0);
      progress.update(delivered, new Date(simulatedAt).toISOString().slice(0, 10));
    },
  });
  await feeder.done;
  progress.stop();
  await feeder.process.stop();
}

/** What the simulator knows: the same deliveries again, made from the same seed, folded without any of the pipeline. */
function truthOf({ env }: Pick<Stack, 'env'>, { seed, days, stateFile }: Simulated): Figures {
  const { startsAt } = JSON.parse(readFileSync(stateFile, 'utf8')) as { startsAt: number };
  const truth = createTruth();
  for (const delivery of simulate({ seed, days, startsAt, group: readHotelGroup(env.HOTEL_GROUP_FILE) }))
    truth.add(delivery);
  const scorer = createSentimentScorer();
  return truth.figures((text) => scorer.analyse(text));
}

async function talkativeGuest(clickhouse: ClickHouse): Promise<string> {
  const [row] = await clickhouse.query<{ guest_id: string }>(
    "SELECT guest_id FROM guest_journeys FINAL WHERE name != '' AND touchpoints BETWEEN 8 AND 16 ORDER BY touchpoints DESC, guest_id LIMIT 1",
  );
  if (!row) throw new Error('no guest has a journey to show');
  return row.guest_id;
}

const totalOf = (truth: Figures) =>
  Object.values(truth.properties).reduce((sum, { touchpoints }) => sum + touchpoints, 0);

function verdict(differences: readonly string[], truth: Figures): string {
  const total = totalOf(truth);
  if (differences.length === 0)
    return `\nClickHouse equals the simulator's own figures: ${total} touchpoints, every count and sum.`;
  return `\nClickHouse differs from the simulator's own figures:\n${differences.map((difference) => `  ${difference}`).join('\n')}`;
}
