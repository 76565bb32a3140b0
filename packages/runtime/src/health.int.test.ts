import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError } from './config.js';
import { Counter, Registry, serveHealth } from './health.js';
import { readHotelGroup } from './hotel-group-file.js';
import { createStepBoundary } from './step-boundary.js';

test('health and metrics are served, and nothing else', async () => {
  const metrics = new Registry();
  new Counter({ name: 'bellhop_things_total', help: 'Things', registers: [metrics] }).inc(2);
  const server = await serveHealth(metrics, 0);
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return [response.status, await response.text()];
  };
  expect(await get('/health')).toEqual([200, '{"status":"ok"}\n']);
  expect(await get('/metrics')).toEqual([200, expect.stringContaining('bellhop_things_total 2')]);
  expect(await get('/other')).toEqual([404, '']);
  await expect(serveHealth(metrics, server.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await server.close();
});

describe('the hotel group file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-runtime-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'hotel-group.json');

  test('is read with its defaults', () => {
    const property = { propertyId: 'harbour', name: 'Harbour', timeZone: 'Europe/Berlin', country: 'DE' };
    writeFileSync(file, JSON.stringify({ name: 'Seaside', properties: [property] }));
    expect(readHotelGroup(file).properties).toEqual([{ ...property, dayChangeHour: 4 }]);
  });

  test.each([
    ['is not JSON', '{', /JSON/],
    ['breaks its shape', '{"name":"Seaside","properties":[]}', /properties/],
  ])('is refused by its name where it %s', (_name, text, detail) => {
    writeFileSync(file, text);
    expect(() => readHotelGroup(file)).toThrow(ConfigError);
    expect(() => readHotelGroup(file)).toThrow(file);
    expect(() => readHotelGroup(file)).toThrow(detail);
  });

  test('is refused by its name where it is missing', () => {
    const missing = join(folder, 'missing.json');
    expect(() => readHotelGroup(missing)).toThrow(missing);
  });
});

test('a step boundary does nothing but at the one that is named, and not before its turn', () => {
  for (const boundary of [createStepBoundary(undefined), createStepBoundary('batch-inserted:3')]) {
    boundary('batch-inserted');
    boundary('batch-committed');
    expect(() => boundary('batch-inserted')).not.toThrow();
  }
});
