import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { lockDataFolder } from '@bellhop/local-process';
import { createAccessControl } from './access/access-control.js';
import { type Accounts, openAccounts } from './access/accounts.js';
import { rolesOf } from './access/engine-access.js';
import { type LocalClickHouseUser, usersSchema } from './access/users.js';
import { refusal } from './clickhouse-exception.js';
import { type Engine, type EngineOptions, openEngine } from './engine/engine.js';
import { createQueryLog } from './log/query-log.js';
import type { QueryHandler } from './query/handle-query.js';
import { createSessions } from './query/sessions.js';
import { giveUpWhenSilent } from './request/give-up-when-silent.js';
import { createRequestListener } from './request-listener.js';

export interface LocalClickHouseOptions {
  /** Made if it is not there. One process holds it at a time. */
  readonly dataDir: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** By name. Without any there is `default`, with all rights and no password. */
  readonly users?: Readonly<Record<string, LocalClickHouseUser>>;
  /** What the engine may use for queries and caches; 2 GiB by default. A query beyond it fails with code 241. */
  readonly memoryLimitBytes?: number;
  /** How many broken parts of tables are set aside at the start, with their rows; 0 by default: any is a refusal. */
  readonly maxBrokenParts?: number;
  /** A client that sends nothing of a body that it has begun for so long, 30 s by default, is given up. */
  readonly receiveTimeoutS?: number;
}

export interface LocalClickHouse {
  readonly port: number;
  /** Cancels running SELECTs, waits for writes, then frees the port and the data folder. */
  close(): Promise<void>;
}

/** Parameters are in the URL: a server takes one of 1 MiB (http_max_uri_size), beside headers. */
const maxHeaderSize = 1.25 * 1024 * 1024;

/** How much of an answer waits in memory for its client. With Node's 64 KiB, each write of the engine waited for the client. */
const unsentBytes = 1024 * 1024;

/** How long a close waits for clients that are slow to read their answers or to send their data. */
const slowClientMs = 5000;

/**
 * Serves ClickHouse's HTTP interface from the engine in this process. Rejects with a DataFolderInUseError when
 * another process holds the data folder, with Node's own error when the port is taken, and with a ZodError for users
 * that can't be. A folder that a newer version wrote is a ClickHouseException.
 */
export async function startLocalClickHouse(options: LocalClickHouseOptions): Promise<LocalClickHouse> {
  const users = usersSchema.parse(options.users ?? { default: {} });
  const dataDir = resolve(options.dataDir);
  if (/[*?{}]/.test(dataDir)) {
    throw refusal(
      'BAD_ARGUMENTS',
      `The data folder ${dataDir} must not contain any of * ? { }, which the engine would expand.`,
    );
  }
  // The engine has a lock of its own, but says on its own standard error only that it met it.
  const lock = await lockDataFolder('local-clickhouse', dataDir);
  const { accounts, engine } = await openOr(() => lock.release(), {
    dataDir,
    memoryLimitBytes: options.memoryLimitBytes ?? 2 * 1024 ** 3,
    maxBrokenParts: options.maxBrokenParts ?? 0,
    users,
  });
  const sessions = createSessions(engine);
  const handler: QueryHandler = {
    ...{ engine, sessions, accounts },
    access: createAccessControl({ engine, sessions, accounts }),
    rolesOf: (user, asked) => rolesOf({ users, accounts }, user, asked),
    runningIds: new Set(),
    log: createQueryLog(engine),
  };
  const listener = createRequestListener(handler);
  const server = createServer({ maxHeaderSize, highWaterMark: unsentBytes }, (request, response) => {
    response.once('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    listener.listen(request, response);
  });
  server.keepAliveTimeout = 30_000;
  // A body may flow for hours.
  server.requestTimeout = 0;
  server.on('request', (request) => giveUpWhenSilent(request, options.receiveTimeoutS ?? 30));
  const closeEngine = async () => {
    sessions.closeAll();
    await engine.close();
    await lock.release();
  };
  try {
    await new Promise<void>((resolveListening, reject) => {
      server.once('error', reject).listen(options.port ?? 0, options.host ?? '127.0.0.1', resolveListening);
    });
  } catch (error) {
    await closeEngine();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolveClosed) => server.close(resolveClosed));
      server.closeIdleConnections();
      // An engine that is being opened anew has none.
      await engine.killReads().catch(() => undefined);
      const patience = setTimeout(() => server.closeAllConnections(), slowClientMs);
      await closed;
      clearTimeout(patience);
      await listener.idle();
      await closeEngine();
    },
  };
}

async function openOr(
  release: () => Promise<void>,
  options: Omit<EngineOptions, 'access'>,
): Promise<{ accounts: Accounts; engine: Engine }> {
  try {
    const accounts = openAccounts(options.dataDir, options.users);
    return { accounts, engine: openEngine({ ...options, access: accounts.access }) };
  } catch (thrown) {
    await release();
    throw thrown;
  }
}
