import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startServerProcess } from '@bellhop/local-process';
import { type Admin, Kafka, type KafkaConfig, logLevel } from 'kafkajs';

export interface BrokerUnderTest {
  port: number;
  pid: number;
  dataDir: string;
  /** An official client that retries quickly. */
  kafka: Kafka;
  /** Connected; closed by `stop`. */
  admin: Admin;
  client(config?: Partial<KafkaConfig>): Kafka;
  /** Ends it by this signal and starts it again on the same port and data. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Safe to call again. */
  stop(): Promise<void>;
}

export interface BrokerOptions {
  /** Under the names of Kafka's brokers. */
  settings?: Record<string, string | number | boolean>;
  /** By default an empty folder that is removed afterwards. */
  dataDir?: string;
}

export const brokerMain = join(__dirname, '../../../packages/local-kafka/dist/main.js');

/** local-kafka as its own process, as it was built. */
export async function startBroker({ settings = {}, dataDir }: BrokerOptions = {}): Promise<BrokerUnderTest> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'conformance-kafka-'));
  const args = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  let server: ServerProcess = await startServerProcess({ main: brokerMain, dataDir: folder, args });
  const { port } = server;
  const client = (config: Partial<KafkaConfig> = {}) =>
    new Kafka({
      clientId: 'conformance',
      brokers: [`127.0.0.1:${port}`],
      logLevel: logLevel.NOTHING,
      retry: { initialRetryTime: 20, maxRetryTime: 200, retries: 20 },
      ...config,
    });
  const kafka = client();
  const admin = kafka.admin();
  await admin.connect();
  return {
    port,
    get pid() {
      return server.pid;
    },
    dataDir: folder,
    kafka,
    admin,
    client,
    async restart(signal = 'SIGTERM') {
      await server.end(signal);
      // The last --port counts.
      server = await startServerProcess({
        main: brokerMain,
        dataDir: folder,
        args: [...args, '--port', `${port}`],
      });
    },
    async stop() {
      await admin.disconnect();
      await server.end('SIGTERM');
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
