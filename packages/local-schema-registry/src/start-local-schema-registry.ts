import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { lockDataFolder } from '@bellhop/local-process';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { open } from 'lmdb';
import { createRegistry, type Registry } from './registry.js';
import { RegistryError } from './registry-error.js';
import type { Key } from './registry-store.js';
import { compatibilityRoutes, schemaRoutes, subjectRoutes } from './routes.js';

export interface LocalSchemaRegistryOptions {
  /** Made if it is not there. One process holds it at a time. */
  readonly dataDir: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface LocalSchemaRegistry {
  readonly port: number;
  close(): Promise<void>;
}

const contentType = 'application/vnd.schemaregistry.v1+json';

/**
 * Serves Confluent's schema registry API for Avro. Rejects with a DataFolderInUseError when another process holds the
 * folder, and with Node's own error when the port is taken.
 */
export async function startLocalSchemaRegistry(
  options: LocalSchemaRegistryOptions,
): Promise<LocalSchemaRegistry> {
  const lock = await lockDataFolder('local-schema-registry', options.dataDir);
  const database = open<unknown, Key>({
    path: join(options.dataDir, 'registry.lmdb'),
    overlappingSync: false,
  });
  const app = createApp(createRegistry(database));
  const close = async () => {
    await app.close();
    await database.close();
    await lock.release();
  };
  try {
    await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  } catch (error) {
    await close();
    throw error;
  }
  return { port: (app.server.address() as AddressInfo).port, close };
}

function createApp(registry: Registry): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 1000 } });
  // Every body is JSON, whatever a client calls it, and may be missing although a type is named.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string) =>
    parseBody(body),
  );
  app.addHook('onSend', async (_request, reply) => void reply.header('content-type', contentType));
  app.setErrorHandler((error: FastifyError | RegistryError, _request, reply) => {
    const known = error instanceof RegistryError;
    const status = known ? error.status : (error.statusCode ?? 500);
    const code = known ? error.code : status === 500 ? 50001 : status;
    return reply.code(status).send(JSON.stringify({ error_code: code, message: error.message }));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(JSON.stringify({ error_code: 404, message: 'HTTP 404 Not Found' })),
  );
  // A serialised answer, because Fastify would send a bare string or number as text.
  app.setReplySerializer((payload) => JSON.stringify(payload));
  app.get('/', () => ({}));
  app.get('/mode', () => ({ mode: 'READWRITE' }));
  subjectRoutes(app, registry);
  schemaRoutes(app, registry);
  compatibilityRoutes(app, registry);
  return app;
}

function parseBody(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new RegistryError(400, 400, `The body is not JSON: ${(error as Error).message}`);
  }
}
