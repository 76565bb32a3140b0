import type { Server as HttpServer } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { lockDataFolder } from '@bellhop/local-process';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { accessFor, openAccess } from './access/access-control.js';
import type { Users } from './access/users.js';
import {
  type ConnectionFront,
  type ListenOptions,
  listenInFront,
  type TlsOptions,
} from './connection/connection-front.js';
import { createHttpRoutes } from './connection/http-routes.js';
import { type ThisNode, thisNode } from './connection/this-node.js';
import { createAppend } from './methods/append.js';
import { createBatchAppend } from './methods/batch-append.js';
import type { CallContext } from './methods/call-context.js';
import { createDeleteStream } from './methods/delete-stream.js';
import { getSupportedMethods } from './methods/get-supported-methods.js';
import { createGossipRead } from './methods/gossip-read.js';
import { OpenCalls } from './methods/open-calls.js';
import { createRead } from './methods/read.js';
import { refuseServices } from './methods/refused-services.js';
import { createTombstoneStream } from './methods/tombstone-stream.js';
import { defaultMaxAppendBytes } from './rules/append-size.js';
import { openEventLog } from './storage/event-log.js';
import { withBoundedRequests } from './wire/bounded-deserialization.js';
import { withDeadlineDurations } from './wire/deadline-duration.js';
import { shuttingDown } from './wire/errors.js';

/** Messages up to this size are taken: the client sends a batch in parts of 3 MiB. */
const maxMessageBytes = 17 * 1024 * 1024;

/** A connection whose client does not answer to a ping is closed. */
const pingEveryMs = 60_000;
const pingAnswerMs = 20_000;

/** How long a client may take to receive the end of its call when the server closes. */
const closeGraceMs = 1000;

export interface LocalEventStoreOptions {
  /** The folder for the data; created where it is missing. One process at a time may use it. */
  readonly dataDir: string;
  /** 0 for any free port. */
  readonly port?: number;
  readonly host?: string;
  /** The most that one append may hold, in bytes: data, metadata and two for each letter of the type; 1 MiB by default. */
  readonly maxAppendBytes?: number;
  /** Passwords by user name; where they are missing, credentials are taken and ignored. */
  readonly users?: Users;
  /** With a certificate and its key (PEM) it speaks TLS, and nothing else. */
  readonly tls?: TlsOptions;
}

export interface LocalEventStore {
  /** The port that it listens on. */
  readonly port: number;
  /**
   * Ends the writes under way, ends open reads and subscriptions with UNAVAILABLE, and closes the files. It does not
   * wait for clients that don't read.
   */
  close(): Promise<void>;
}

export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  readonly code = 'port-in-use';

  constructor(host: string, port: number, options: ErrorOptions) {
    super(`The port ${host}:${port} can't be listened on; something else may be using it.`, options);
  }
}

/**
 * Starts an EventStoreDB for one machine, to be reached as `esdb://HOST:PORT?tls=false`.
 * Rejects with DataFolderInUseError or PortInUseError where another process is in the way.
 */
export async function startLocalEventStore({
  dataDir,
  port = 0,
  host = '127.0.0.1',
  maxAppendBytes = defaultMaxAppendBytes,
  users,
  tls,
}: LocalEventStoreOptions): Promise<LocalEventStore> {
  const lock = await lockDataFolder('local-eventstore', dataDir);
  try {
    const log = await openEventLog({ dataDir });
    const openCalls = new OpenCalls();
    const access = users === undefined ? openAccess : accessFor(users, log.reader);
    let front: ConnectionFront;
    const node = thisNode({
      address: () => ({ host, port: front.port }),
      lastPosition: () => log.reader.lastPosition(),
    });
    const server = createServer({ log, access, openCalls, maxAppendBytes }, node);
    try {
      front = await listen(server, { host, port, tls }, createHttpRoutes(node));
    } catch (fault) {
      await log.close();
      throw fault;
    }
    let closing: Promise<void> | undefined;
    async function close(): Promise<void> {
      // 1. What is being written is acknowledged. 2. Its calls end. 3. Nothing can write any more: the files close.
      await log.settled();
      await nextTurn();
      front.close();
      openCalls.endAll(shuttingDown());
      await shutDown(server);
      await log.close();
      await lock.release();
    }
    return {
      port: front.port,
      close() {
        closing ??= close();
        return closing;
      },
    };
  } catch (fault) {
    await lock.release();
    throw fault;
  }
}

function createServer(context: CallContext, node: ThisNode): Server {
  const server = new Server({
    'grpc.max_receive_message_length': maxMessageBytes,
    'grpc.max_send_message_length': maxMessageBytes,
    'grpc.keepalive_time_ms': pingEveryMs,
    'grpc.keepalive_timeout_ms': pingAnswerMs,
  });
  const streams: UntypedServiceImplementation = {
    read: createRead(context),
    append: createAppend(context),
    batchAppend: createBatchAppend(context),
    delete: createDeleteStream(context),
    tombstone: createTombstoneStream(context),
  };
  server.addService(withDeadlineDurations(withBoundedRequests(streamsService.StreamsService)), streams);
  server.addService(withBoundedRequests(featuresService.ServerFeaturesService), { getSupportedMethods });
  server.addService(withBoundedRequests(gossipService.GossipService), { read: createGossipRead(node) });
  refuseServices(server);
  return server;
}

async function listen(
  server: Server,
  { host, port, tls }: ListenOptions,
  http1: HttpServer,
): Promise<ConnectionFront> {
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  try {
    return await listenInFront(
      { host, port, tls },
      { http2: (socket) => injector.injectConnection(socket), http1 },
    );
  } catch (cause) {
    throw new PortInUseError(host, port, { cause });
  }
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.forceShutdown(), closeGraceMs);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });
}
