import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { type RunningKafka, startKafka } from '../../../../infra/kafka/start-kafka.mjs';
import { percentile } from '../load.js';
import { echo } from './echo.js';
import { BATCH, consume, createTopic, type EndToEnd, endToEnd, produce } from './kafka-load.js';
import { startLocalServer } from './local-server.js';

const RECORDS = 150_000;
const ROUNDS = 3;
const MEMORY_RECORDS = 1_000_000;

/** By default Apache Kafka acknowledges what only its memory holds; local-kafka syncs everything before it does. */
const SYNCED = [{ name: 'flush.messages', value: '1' }];

interface Contender {
  name: string;
  kafka: Kafka;
  /** Of its topics. */
  config?: typeof SYNCED;
}

interface Figures {
  /** Records a second; the median of the rounds. */
  produced: number;
  consumed: number;
  endToEndMs: EndToEnd;
}

/** local-kafka beside real Apache Kafka under the same kafkajs, in turns, and beside a bare TCP echo of the same bytes. */
export async function benchLocalKafka(print: (line: string) => void): Promise<object> {
  const server = await startLocalServer('local-kafka');
  const real = await startRealKafka();
  if (typeof real === 'string') print(`Apache Kafka: skipped because ${real}`);
  try {
    const local = clientOf(`127.0.0.1:${server.port}`);
    const contenders: Contender[] = [{ name: 'local-kafka', kafka: local }];
    if (typeof real !== 'string') {
      const kafka = clientOf(...real.bootstrap);
      contenders.push(
        { name: 'Apache Kafka', kafka },
        { name: 'Apache Kafka, synced', kafka, config: SYNCED },
      );
    }
    const figures = await measureInTurns(contenders);
    for (const [name, { produced, consumed, endToEndMs }] of Object.entries(figures)) {
      print(
        `${name}: produced ${produced.toFixed(0)}/s, consumed ${consumed.toFixed(0)}/s, end to end at 1,000/s p50 ${endToEndMs.p50.toFixed(1)} ms, p99 ${endToEndMs.p99.toFixed(1)} ms, max ${endToEndMs.max.toFixed(1)} ms`,
      );
    }
    const echoed = BATCH * (await echo(RECORDS / BATCH, BATCH * 300));
    print(`TCP echo of the same bytes: ${echoed.toFixed(0)}/s`);
    const memory = await memoryAfter(local, server);
    print(`resident memory of local-kafka: ${memory} MB after 1,000,000 records more`);
    return { ...figures, echoed, memory };
  } finally {
    await server.stop();
    if (typeof real !== 'string') await real.stop();
  }
}

/** Each in turn, round by round, so that what else the machine does strikes all alike. */
async function measureInTurns(contenders: readonly Contender[]): Promise<Record<string, Figures>> {
  const rounds = new Map(contenders.map(({ name }) => [name, [] as Figures[]]));
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { name, kafka, config }] of contenders.entries()) {
      const topic = `round-${round}-${index}`;
      await createTopic(kafka, topic, config);
      await createTopic(kafka, `${topic}-steady`, config);
      const figures = {
        produced: await produce(kafka, topic, RECORDS),
        consumed: await consume(kafka, topic, RECORDS),
        endToEndMs: await endToEnd(kafka, `${topic}-steady`),
      };
      if (round > 0) rounds.get(name)!.push(figures);
    }
  }
  return Object.fromEntries([...rounds].map(([name, all]) => [name, medianOf(all)]));
}

const medianOf = (rounds: readonly Figures[]): Figures => {
  const median = (of: (figures: Figures) => number) => percentile(rounds.map(of), 0.5);
  return {
    produced: median((it) => it.produced),
    consumed: median((it) => it.consumed),
    endToEndMs: {
      p50: median((it) => it.endToEndMs.p50),
      p99: median((it) => it.endToEndMs.p99),
      max: median((it) => it.endToEndMs.max),
    },
  };
};

async function memoryAfter(kafka: Kafka, server: { residentMb(): number }): Promise<number> {
  await createTopic(kafka, 'many');
  await produce(kafka, 'many', MEMORY_RECORDS);
  return server.residentMb();
}

const clientOf = (...brokers: string[]): Kafka =>
  new Kafka({ clientId: 'bellhop-bench', brokers, logLevel: logLevel.NOTHING });

/** Apache Kafka with one broker on an empty folder, or why there is none. */
async function startRealKafka(): Promise<RunningKafka | string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-bench-kafka-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const kafka = await startKafka({ brokers: 1, dataDir });
    return {
      ...kafka,
      async stop() {
        await kafka.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    if ((error as Error).name === 'ToolMissing') return `${(error as { tool?: string }).tool} is missing`;
    throw error;
  }
}
