import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countedFigures, settle, startLocalStack } from '@bellhop/cli';
import { type ClickHouse, connectClickHouse } from '@bellhop/clickhouse';
import type { HotelGroup } from '@bellhop/contracts';
import { readHotelGroup } from '@bellhop/runtime';
import { createSentimentScorer } from '@bellhop/sentiment';
import { compareFigures, createTruth, type Delivery, feed, simulate } from '@bellhop/simulator';
import { freePorts, type Service, type Stack } from '@bellhop/stack';
import { type KafkaUnderTest, startKafkaUnderTest, type Victim } from './kafka-under-test.js';

/** The whole pipeline as processes on free ports, with a simulated hotel group that can be delivered piece by piece. */
export interface Pipeline {
  stack: Stack;
  /** Real Kafka, where the tests run on it. */
  kafka: KafkaUnderTest | undefined;
  clickhouse: ClickHouse;
  group: HotelGroup;
  /** Settings of single services, looked at each time that one is started. */
  serviceEnv: Partial<Record<Service, Record<string, string>>>;
  /** Deliveries that have not been fed yet. */
  left(): number;
  /** Feeds the next deliveries; resolves when each of them is accepted. */
  feedNext(count: number): Promise<void>;
  /** Feeds deliveries again that were fed before. */
  feedAgain(from: number, count: number): Promise<void>;
  /** Resolves when so many further deliveries of the piece under way have been accepted, or the piece is done. */
  until(accepted: number): Promise<void>;
  /** A process of the stack by its name. Where the tests run on real Kafka, `local-kafka` is one of its brokers. */
  process(name: string): Victim;
  /** Waits until everything has settled; what then differs from the simulator's truth, and where it stands still if it does. */
  differences(): Promise<string[]>;
  /** Waits until ClickHouse holds so many touchpoints and nothing is under way, or nothing moves any more. */
  settle(touchpoints: number): Promise<void>;
  close(): Promise<void>;
}

export interface PipelineOptions {
  seed: string;
  days: number;
}

const DAY_MS = 86_400_000;
const LOG_LINES = 5;

export async function startPipeline({ seed, days }: PipelineOptions): Promise<Pipeline> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-'));
  const sessions = { KAFKA_SESSION_TIMEOUT_MS: '6000' };
  const serviceEnv: Pipeline['serviceEnv'] = { recorder: sessions, warehouse: sessions, journeys: sessions };
  const kafka = await startKafkaUnderTest(join(dataDir, 'kafka'));
  const stack = await startLocalStack(freePorts(dataDir), {
    serviceEnv,
    kafkaBrokers: kafka?.bootstrap,
  }).catch(async (error: unknown) => {
    await kafka?.stop();
    throw error;
  });
  const { env } = stack;
  const group = readHotelGroup(env.HOTEL_GROUP_FILE);
  const clickhouse = connectClickHouse({
    url: env.CLICKHOUSE_URL,
    database: 'bellhop',
    username: 'default',
    password: '',
    application: 'bellhop-test',
  });
  const deliveries = [...simulate({ seed, group, startsAt: Date.now() - days * DAY_MS, days })];
  const truth = createTruth();
  let fed = 0;
  const accepted = new EventEmitter();
  const deliver = async (chunk: readonly Delivery[]) => {
    const signal = new AbortController().signal;
    await feed({
      deliveries: chunk,
      group,
      ingestUrl: env.INGEST_URL,
      mqttUrl: env.MQTT_URL,
      pace: 'as-fast-as-possible',
      signal,
      onDelivered: () => accepted.emit('delivery'),
    });
    for (const delivery of chunk) truth.add(delivery);
    accepted.emit('end');
  };
  const scorer = createSentimentScorer();
  return {
    stack,
    kafka,
    clickhouse,
    group,
    serviceEnv,
    left: () => deliveries.length - fed,
    feedNext: async (count) => {
      const chunk = deliveries.slice(fed, fed + count);
      fed += chunk.length;
      await deliver(chunk);
    },
    feedAgain: (from, count) => deliver(deliveries.slice(from, from + count)),
    until: (count) =>
      new Promise((resolve) => {
        let left = count;
        const one = () => {
          left -= 1;
          if (left <= 0) done();
        };
        const done = () => {
          accepted.off('delivery', one).off('end', done);
          resolve();
        };
        accepted.on('delivery', one).on('end', done);
      }),
    process: (name) => {
      const found = name === 'local-kafka' && kafka ? kafka.victim : stack.processes.get(name);
      if (!found) throw new Error(`no process ${name}`);
      return found;
    },
    differences: async () => {
      const figures = truth.figures((text) => scorer.analyse(text));
      const expected = Object.values(figures.properties).reduce(
        (sum, { touchpoints }) => sum + touchpoints,
        0,
      );
      const { isSettled, status } = await settle(stack, clickhouse, expected);
      const found = compareFigures(figures, await countedFigures(clickhouse, figures.stagesLeaveOut));
      if (found.length > 0) found.push(...(await notCountedOnce(clickhouse)));
      return isSettled
        ? found
        : [`nothing moves any more: ${JSON.stringify(status)}`, ...lastLogLines(dataDir), ...found];
    },
    settle: async (touchpoints) => void (await settle(stack, clickhouse, touchpoints)),
    close: async () => {
      await clickhouse.close();
      await stack.stop();
      await kafka?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Touchpoints that are not counted once, with the events that their facts come from: the same one, or several. */
async function notCountedOnce(clickhouse: ClickHouse): Promise<string[]> {
  const rows = await clickhouse.query<{ touchpoint: string; n: number; facts: string[] }>(
    `SELECT toString(touchpoint_id) AS touchpoint, sum(sign) AS n,
      groupArray(format('{} {} at {}, inserted {}', stream, toString(revision), toString(position), toString(inserted_at))) AS facts
    FROM touchpoint_facts GROUP BY touchpoint_id HAVING n != 1`,
  );
  return rows.map(({ touchpoint, n, facts }) => `${touchpoint} counts ${n}: ${facts.join('; ')}`);
}

/** What each process said last. */
function lastLogLines(dataDir: string): string[] {
  const logs = join(dataDir, 'logs');
  return readdirSync(logs).flatMap((file) => {
    const lines = readFileSync(join(logs, file), 'utf8').trimEnd().split('\n');
    return lines.slice(-LOG_LINES).map((line) => `${file}: ${line}`);
  });
}
