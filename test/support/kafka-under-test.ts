import type { SupervisedProcess } from '@bellhop/stack';
import { type RunningKafka, startKafka } from '../../infra/kafka/start-kafka.mjs';

/** What a test can kill, and wait for until it is up again by itself. */
export type Victim = Pick<SupervisedProcess, 'kill' | 'ready'>;

export interface KafkaUnderTest extends RunningKafka {
  /** One broker after the other: each `kill` takes the next one. */
  victim: Victim;
}

/**
 * Real Apache Kafka with as many brokers as BELLHOP_TEST_KAFKA_BROKERS says, 1 or 3; undefined where that is not set, and
 * the tests run on local-kafka.
 */
export async function startKafkaUnderTest(dataDir: string): Promise<KafkaUnderTest | undefined> {
  const { BELLHOP_TEST_KAFKA_BROKERS: brokers } = process.env;
  if (!brokers) return undefined;
  if (brokers !== '1' && brokers !== '3')
    throw new Error(`BELLHOP_TEST_KAFKA_BROKERS is 1 or 3, not ${brokers}`);
  const kafka = await startKafka({ brokers: brokers === '1' ? 1 : 3, dataDir });
  return { ...kafka, victim: createVictim(kafka) };
}

function createVictim(kafka: RunningKafka): Victim {
  let next = 0;
  let up: Promise<void> = Promise.resolve();
  return {
    kill: async () => {
      const index = next;
      next = (next + 1) % kafka.bootstrap.length;
      await kafka.killBroker(index);
      up = kafka.restartBroker(index);
      // Told to whoever waits for it to be ready.
      up.catch(() => undefined);
    },
    ready: () => up,
  };
}
