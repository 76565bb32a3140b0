import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.js';
import { createTestOutbox, dependencies, MemoryProducer } from './ingest.fixture.js';

let app: FastifyInstance;
let routes: string[];
beforeEach(async () => {
  app = await createApp(dependencies(createTestOutbox(new MemoryProducer()).outbox));
  routes = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .filter((line) => line !== '');
});
afterEach(() => app.close());

interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<
    string,
    Record<
      string,
      {
        summary?: string;
        responses: Record<string, { description: string }>;
        requestBody?: { content: Record<string, { schema: object }> };
      }
    >
  >;
}

describe('openapi.json', () => {
  test('is OpenAPI 3, and describes every route that callers need', async () => {
    const document = (await app.inject('/openapi.json')).json() as OpenApi;
    expect(document.openapi).toMatch(/^3\./);
    expect(document.info).toMatchObject({ title: 'Bellhop ingest', version: '1' });
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([
      'GET /health',
      'GET /v1/sources/{vendor}/{account}',
      'POST /v1/sources/{vendor}/{account}',
      'POST /v1/touchpoints',
    ]);
    for (const operation of Object.values(document.paths).flatMap(Object.values)) {
      expect(operation.summary).toEqual(expect.any(String));
      for (const response of Object.values(operation.responses)) {
        expect(response).toMatchObject({ description: expect.any(String) });
      }
    }
    const body = document.paths['/v1/touchpoints']?.post?.requestBody;
    expect(Object.keys(body?.content ?? {})).toEqual([
      'application/json',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ]);
    for (const { schema } of Object.values(body?.content ?? {})) expect(schema).not.toEqual({});
  });

  test('leaves out only itself and the figures for Prometheus', () => {
    expect(routes.map((line) => line.replace(/^[^/]*|\s*\(.*$/g, ''))).toEqual(
      expect.arrayContaining(['/health', '/metrics', '/openapi.json', '/v1/touchpoints']),
    );
  });
});

test('health and metrics are served', async () => {
  expect((await app.inject('/health')).json()).toEqual({ status: 'ok' });
  expect((await app.inject('/metrics')).statusCode).toBe(200);
});
