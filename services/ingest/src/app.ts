import { randomUUID } from 'node:crypto';
import { KafkaUnavailable } from '@bellhop/kafka';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from 'fastify';
import type { AppDependencies } from './app-dependencies.js';
import { Problem } from './problem.js';
import { publicationRoutes } from './publication-routes.js';
import { sourceRoutes } from './source-routes.js';

/** The HTTP side of ingest: /v1/sources for vendors, /v1/touchpoints for our own contract. */
export async function createApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { logger, metrics, maxBodyBytes } = dependencies;
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    genReqId: (request) => String(request.headers['x-correlation-id'] ?? randomUUID()),
  }) as unknown as FastifyInstance;
  // Signatures cover bytes, so every body stays the bytes that it was.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error, maxBodyBytes);
    if (problem.status >= 500) request.log.error({ err: error, correlationId: request.id }, 'request failed');
    return reply
      .code(problem.status)
      .headers({ ...problem.headers, 'x-correlation-id': request.id })
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem.toJSON(), correlationId: request.id }));
  });
  app.setNotFoundHandler(() => {
    throw new Problem(404, 'not-found', 'nothing is at this address; see /openapi.json');
  });
  await app.register(swagger, {
    openapi: { info: { title: 'Bellhop ingest', version: '1', description: 'Where touchpoints come in.' } },
  });
  await app.register(sourceRoutes, dependencies);
  await app.register(publicationRoutes, dependencies);
  app.get('/health', { schema: { summary: 'Whether the service is up' } }, async () => ({ status: 'ok' }));
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}

function problemOf(error: FastifyError | Error, maxBodyBytes: number): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof KafkaUnavailable) {
    return new Problem(
      503,
      'kafka-unavailable',
      'Kafka did not acknowledge; send it again',
      [],
      { 'retry-after': '2' },
      { cause: error },
    );
  }
  const { statusCode, code } = error as FastifyError;
  if (statusCode === 413)
    return new Problem(413, 'payload-too-large', `the body is larger than ${maxBodyBytes} bytes`);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem(415, 'unsupported-media-type', error.message);
  if (statusCode !== undefined && statusCode < 500)
    return new Problem(statusCode, 'invalid-request', error.message);
  return new Problem(
    500,
    'internal-error',
    'a fault of Bellhop’s own; the log has it',
    [],
    {},
    { cause: error },
  );
}
