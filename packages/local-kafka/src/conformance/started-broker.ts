import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { type LocalKafkaOptions, startLocalKafka } from '../index.js';
import { connectRaw, type RawClient } from './raw-client.js';

export interface StartedBroker {
  kafka: Kafka;
  port: number;
  faults: unknown[];
  raw(): Promise<RawClient>;
  /** Stops it and starts it again on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A broker on a folder of its own, and a kafkajs client that retries quickly. */
export const startBroker = async (settings: LocalKafkaOptions['settings'] = {}): Promise<StartedBroker> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'local-kafka-'));
  const faults: unknown[] = [];
  const start = (port: number) =>
    startLocalKafka({ dataDir, port, settings, onError: (error) => faults.push(error) });
  let broker = await start(0);
  const clients: RawClient[] = [];
  return {
    kafka: new Kafka({
      clientId: 'conformance',
      brokers: [`127.0.0.1:${broker.port}`],
      logLevel: logLevel.NOTHING,
      retry: { initialRetryTime: 20, maxRetryTime: 200, retries: 10 },
    }),
    port: broker.port,
    faults,
    async raw() {
      const client = await connectRaw(broker.port);
      clients.push(client);
      return client;
    },
    async restart() {
      await broker.close();
      broker = await start(broker.port);
    },
    async stop() {
      for (const client of clients) client.close();
      await broker.close();
      await rm(dataDir, { recursive: true });
    },
  };
};
