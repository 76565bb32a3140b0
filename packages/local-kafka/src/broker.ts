import { randomBytes } from 'node:crypto';
import { lockDataFolder } from '@bellhop/local-process';
import type { z } from 'zod';
import type { Broker } from './apis/api.js';
import { apis } from './apis/registry.js';
import { Groups } from './coordinator/groups.js';
import { createLoading } from './coordinator/loading.js';
import { Maintenance } from './coordinator/maintenance.js';
import { Offsets } from './coordinator/offsets.js';
import { Transactions } from './coordinator/transactions.js';
import { Topics } from './log/topics.js';
import { AnswerMemory } from './server/answer-memory.js';
import { serveConnection } from './server/connection.js';
import { ReadMemory } from './server/read-memory.js';
import { RequestMemory } from './server/request-memory.js';
import { listen } from './server/server.js';
import { advertisedAddress, type Settings, settingsSchema } from './settings.js';
import { Store } from './storage/store.js';

export interface LocalKafkaOptions {
  /** Folder of the data; made where it does not exist. One process at a time. */
  dataDir: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Where it listens, and what clients are told to connect to. */
  host?: string;
  /** Under the names of Kafka's brokers, as in `{ 'num.partitions': 6 }`. */
  settings?: z.input<typeof settingsSchema>;
  /** Takes the faults of the broker itself; by default they go to stderr. */
  onError?: (error: unknown) => void;
}

export interface LocalKafka {
  port: number;
  /** Resolves when a write has failed for another reason than a full disk. Nothing is acknowledged from then on: end the process. */
  fault: Promise<Error>;
  /** Ends all connections; resolves when the data is synced and closed. */
  close(): Promise<void>;
}

/** What connections may keep for their next read of the log. */
const maxKeptBytes = 33_554_432;

const clusterIdOf = async (store: Store): Promise<string> => {
  const known = store.row<string>('meta', 'clusterId');
  if (known !== undefined) return known;
  const fresh = randomBytes(16).toString('base64url');
  await store.commit([{ table: 'meta', key: 'clusterId', value: fresh }]);
  return fresh;
};

const assemble = async (
  store: Store,
  host: string,
  settings: Settings,
  report: (error: unknown) => void,
): Promise<Broker> => {
  const topics = new Topics(store, settings);
  const offsets = new Offsets(store);
  const transactions = new Transactions({ store, settings, topics, offsets });
  store.onRollback((error) => {
    report(error);
    for (const part of [topics, offsets, transactions]) part.reload();
  });
  return {
    nodeId: settings['node.id'],
    clusterId: await clusterIdOf(store),
    address: advertisedAddress(settings) ?? { host, port: 0 },
    settings,
    store,
    topics,
    offsets,
    groups: new Groups(settings),
    transactions,
    loading: createLoading(settings['test.coordinator.loading.ms']),
    answers: new AnswerMemory(settings['queued.max.answer.bytes']),
    report,
    supported: [...apis.values()].map(({ key, minVersion, maxVersion }) => ({ key, minVersion, maxVersion })),
  };
};

/**
 * Starts a Kafka broker on this machine; resolves when it listens. Rejects with DataFolderInUseError where another process has
 * the folder, with UnusableData where it can't be read, with the error EADDRINUSE where one has the port, and with a ZodError for wrong settings.
 */
export const startLocalKafka = async (options: LocalKafkaOptions): Promise<LocalKafka> => {
  const { dataDir, port = 0, host = '127.0.0.1', onError = console.error } = options;
  const settings = settingsSchema.parse(options.settings ?? {});
  const lock = await lockDataFolder('local-kafka', dataDir);
  let store: Store | undefined;
  try {
    store = new Store(dataDir);
    const opened = store;
    const broker = await assemble(opened, host, settings, onError);
    const maxConnections = settings['max.connections'];
    const memory = {
      requests: new RequestMemory(settings['queued.max.request.bytes']),
      reads: new ReadMemory(maxKeptBytes),
    };
    const server = await listen({ host, port, maxConnections }, (socket) =>
      serveConnection(socket, broker, memory),
    );
    if (advertisedAddress(settings) === null) broker.address.port = server.port;
    const maintenance = new Maintenance(broker);
    return {
      port: server.port,
      fault: opened.fault,
      async close() {
        await server.close();
        await maintenance.close();
        broker.groups.close();
        broker.transactions.close();
        await opened.close();
        await lock.release();
      },
    };
  } catch (error) {
    await store?.close();
    await lock.release();
    throw error;
  }
};
