import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HotelGroup } from '@bellhop/contracts';
import { lockDataFolder } from '@bellhop/local-process';
import { requireFreePorts } from './ports.js';
import type { StackSettings } from './settings.js';
import { type ProcessSpec, SupervisedProcess } from './supervised-process.js';

const LOCAL_SERVERS = [
  'local-kafka',
  'local-eventstore',
  'local-clickhouse',
  'local-schema-registry',
  'local-mqtt',
] as const;
const SERVICES = ['ingest', 'recorder', 'relay', 'warehouse', 'journeys'] as const;

export type LocalServer = (typeof LOCAL_SERVERS)[number];
export type Service = (typeof SERVICES)[number];

/** Besides the services' own user there is one for people and dashboards, who can neither write nor take it all. */
const CLICKHOUSE_USERS = {
  default: {},
  analyst: {
    readonly: true,
    limits: { max_result_rows: 1_000_000, max_execution_time: 60, max_memory_usage: 1_000_000_000 },
  },
};

/** What local servers are started with. */
const STARTED_WITH: Partial<Record<LocalServer, { args: readonly string[]; env: Record<string, string> }>> = {
  'local-clickhouse': {
    args: ['--set', `users=${JSON.stringify(CLICKHOUSE_USERS)}`],
    // Each query holds a thread of Node's pool: with its four, two long ones would keep the next ones waiting.
    env: { UV_THREADPOOL_SIZE: '8' },
  },
};

/** Where everything listens, as services and clients take it from the environment. */
export type StackEnvironment = Record<
  | 'KAFKA_BROKERS'
  | 'EVENTSTORE_URL'
  | 'CLICKHOUSE_URL'
  | 'SCHEMA_REGISTRY_URL'
  | 'MQTT_URL'
  | 'INGEST_URL'
  | 'HOTEL_GROUP_FILE'
  | 'SENTIMENT_MODEL_FILE',
  string
>;

export interface StackOptions {
  settings: StackSettings;
  /** Throws away what the data folder holds. */
  fresh?: boolean;
  /** Written to the data folder where it holds no hotel group yet. */
  group: () => HotelGroup;
  /** Settings for single services, such as a step boundary to crash at; looked at each time that a service is started. */
  serviceEnv?: Partial<Record<Service, Record<string, string>>>;
  /** A Kafka cluster that runs elsewhere, `host:port` of its brokers; local-kafka is then not started. */
  kafkaBrokers?: readonly string[];
  /** Services that are not started. */
  without?: readonly Service[];
  onStep?: (step: string) => void;
}

export interface Stack {
  env: StackEnvironment;
  dataDir: string;
  processes: ReadonlyMap<string, SupervisedProcess>;
  /** Starts another process under the same supervision, with the stack's environment beside its own. */
  run(spec: {
    name: string;
    entry: URL;
    env: Record<string, string>;
    onMessage?: ProcessSpec['onMessage'];
  }): Promise<SupervisedProcess>;
  /** Stops the services, then the servers. Safe to call again. */
  stop(): Promise<void>;
}

/** The file in the data folder that tells the command line where the stack listens. */
export const STACK_FILE = 'stack.json';

/**
 * Starts the local servers and every service as processes, each restarted when it ends by itself. Throws
 * DataFolderInUseError, PortTaken or StartError; then everything that was started has been stopped.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { settings, onStep = () => undefined } = options;
  const { dataDir, lock } = await claimDataDir(options);
  const logDir = join(dataDir, 'logs');
  const processes = new Map<string, SupervisedProcess>();
  const start = async (spec: Omit<ProcessSpec, 'logDir'>) => {
    const supervised = new SupervisedProcess({ ...spec, logDir });
    processes.set(spec.name, supervised);
    await supervised.start();
    onStep(`${spec.name} is up${supervised.port ? ` on port ${supervised.port}` : ''}`);
    return supervised;
  };
  const stop = async () => {
    const names = [...processes.keys()];
    const isServer = (name: string) => LOCAL_SERVERS.some((server) => server === name);
    await Promise.all(names.filter((name) => !isServer(name)).map((name) => processes.get(name)?.stop()));
    await Promise.all(names.filter(isServer).map((name) => processes.get(name)?.stop()));
    rmSync(join(dataDir, STACK_FILE), { force: true });
    await lock.release();
  };
  try {
    const servers = LOCAL_SERVERS.filter((name) => !(name === 'local-kafka' && options.kafkaBrokers));
    const ports = await startServers({ servers, dataDir, settings, start });
    const brokers = options.kafkaBrokers ?? [`127.0.0.1:${ports['local-kafka']}`];
    const env = {
      ...addressesOf(ports, brokers),
      HOTEL_GROUP_FILE: hotelGroupFile(dataDir, options.group),
      SENTIMENT_MODEL_FILE: sentimentModelFile(dataDir),
    };
    const ingestPort = await startServices(env, options, start);
    const complete = { ...env, INGEST_URL: `http://127.0.0.1:${ingestPort}` };
    writeFileSync(join(dataDir, STACK_FILE), `${JSON.stringify(complete, null, 2)}\n`);
    return {
      env: complete,
      dataDir,
      processes,
      stop,
      run: ({ env: own, ...spec }) => start({ ...spec, launch: () => ({ env: { ...complete, ...own } }) }),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Before anything is thrown away or started: nothing else runs on this folder or these ports. */
async function claimDataDir({ settings, fresh, kafkaBrokers }: StackOptions) {
  const dataDir = resolve(settings.BELLHOP_DATA_DIR);
  const lock = await lockDataFolder('bellhop', dataDir);
  try {
    await requireFreePorts(kafkaBrokers ? { ...settings, BELLHOP_KAFKA_PORT: 0 } : settings);
  } catch (error) {
    await lock.release();
    throw error;
  }
  if (fresh) rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  return { dataDir, lock };
}

type Start = (spec: Omit<ProcessSpec, 'logDir'>) => Promise<SupervisedProcess>;

async function startServers({
  servers,
  dataDir,
  settings,
  start,
}: {
  servers: readonly LocalServer[];
  dataDir: string;
  settings: StackSettings;
  start: Start;
}): Promise<Record<LocalServer, number>> {
  const wanted: Record<LocalServer, number> = {
    'local-kafka': settings.BELLHOP_KAFKA_PORT,
    'local-eventstore': settings.BELLHOP_EVENTSTORE_PORT,
    'local-clickhouse': settings.BELLHOP_CLICKHOUSE_PORT,
    'local-schema-registry': settings.BELLHOP_SCHEMA_REGISTRY_PORT,
    'local-mqtt': settings.BELLHOP_MQTT_PORT,
  };
  const started = await Promise.all(
    servers.map((name) =>
      start({
        name,
        entry: new URL(`../../${name}/dist/main.js`, import.meta.url),
        launch: (port) => {
          const { args = [], env = {} } = STARTED_WITH[name] ?? {};
          return {
            args: ['--port', String(port || wanted[name]), '--data', join(dataDir, name), ...args],
            env,
          };
        },
      }),
    ),
  );
  return Object.fromEntries(started.map(({ name, port }) => [name, port])) as Record<LocalServer, number>;
}

function addressesOf(ports: Record<LocalServer, number>, kafkaBrokers: readonly string[]) {
  return {
    KAFKA_BROKERS: kafkaBrokers.join(','),
    EVENTSTORE_URL: `esdb://127.0.0.1:${ports['local-eventstore']}?tls=false`,
    CLICKHOUSE_URL: `http://127.0.0.1:${ports['local-clickhouse']}`,
    SCHEMA_REGISTRY_URL: `http://127.0.0.1:${ports['local-schema-registry']}`,
    MQTT_URL: `mqtt://127.0.0.1:${ports['local-mqtt']}`,
  };
}

/** Starts the services; returns the port of ingest. */
async function startServices(
  env: Omit<StackEnvironment, 'INGEST_URL'>,
  options: StackOptions,
  start: Start,
): Promise<number> {
  const { settings, serviceEnv = {}, without = [] } = options;
  const startService = (name: Service) =>
    without.includes(name)
      ? undefined
      : start({
          name,
          entry: new URL(`../../../services/${name}/dist/main.js`, import.meta.url),
          launch: (port) => ({
            env: {
              ...env,
              LOG_LEVEL: settings.LOG_LEVEL,
              ...(name === 'ingest' ? { INGEST_PORT: String(port || settings.BELLHOP_INGEST_PORT) } : {}),
              ...serviceEnv[name],
            },
          }),
        });
  // The warehouse brings ClickHouse to the newest schema, which journeys writes into; ingest opens the door last.
  await Promise.all([startService('warehouse'), startService('recorder'), startService('relay')]);
  await startService('journeys');
  const ingest = await startService('ingest');
  return ingest?.port ?? 0;
}

/** Where `bellhop sentiment train` installs a model in the data folder. */
export const sentimentModelFile = (dataDir: string): string => join(dataDir, 'sentiment-model.bin');

/** The hotel group file of the data folder; made where there is none. */
function hotelGroupFile(dataDir: string, group: () => HotelGroup): string {
  const file = join(dataDir, 'hotel-group.json');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, `${JSON.stringify(group(), null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return file;
}
