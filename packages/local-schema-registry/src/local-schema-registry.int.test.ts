import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { DataFolderInUseError, type LocalSchemaRegistry, startLocalSchemaRegistry } from './index.js';

let dataDir: string;
let server: LocalSchemaRegistry;
let url: string;

const record = (...fields: unknown[]) =>
  JSON.stringify({ type: 'record', name: 'Guest', namespace: 'hotel', fields });
const v1 = record({ name: 'id', type: 'string' });
const v2 = record({ name: 'id', type: 'string' }, { name: 'email', type: ['null', 'string'], default: null });
const broken = record({ name: 'id', type: 'string' }, { name: 'email', type: 'string' });

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/vnd.schemaregistry.v1+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.headers.get('content-type')).toBe('application/vnd.schemaregistry.v1+json');
  return { status: response.status, body: (await response.json()) as unknown };
}
const register = (subject: string, schema: string) =>
  call('POST', `/subjects/${subject}/versions`, { schema });
const ok = (body: unknown) => ({ status: 200, body });
const failed = (status: number, code: number) => ({
  status,
  body: expect.objectContaining({ error_code: code }),
});

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-schema-registry-'));
  server = await startLocalSchemaRegistry({ dataDir });
  url = `http://127.0.0.1:${server.port}`;
});

afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('with the kafkajs client', () => {
  test('a payload is read by another client with the schema that it was written with', async () => {
    const writer = new SchemaRegistry({ host: url });
    const options = { subject: 'guests-value', compatibility: COMPATIBILITY.BACKWARD_TRANSITIVE };
    const { id } = await writer.register({ type: SchemaType.AVRO, schema: v1 }, options);
    const evolved = await writer.register({ type: SchemaType.AVRO, schema: v2 }, options);
    expect(evolved.id).toBe(id + 1);
    const payload = await writer.encode(id, { id: 'g1' });
    const reader = new SchemaRegistry({ host: url });
    expect(await reader.decode(payload)).toEqual({ id: 'g1' });
    expect(await reader.getLatestSchemaId('guests-value')).toBe(evolved.id);
    expect(await reader.getRegistryId('guests-value', 1)).toBe(id);
    expect(await reader.getRegistryIdBySchema('guests-value', { type: SchemaType.AVRO, schema: v1 })).toBe(
      id,
    );
    await expect(writer.register({ type: SchemaType.AVRO, schema: broken }, options)).rejects.toMatchObject({
      status: 409,
    });
  });
});

describe('a local schema registry', () => {
  test('gives a schema one id, whatever its subject and spelling', async () => {
    expect(await register('a', v1)).toEqual(ok({ id: 1 }));
    expect(await register('a', v1)).toEqual(ok({ id: 1 }));
    const { type, name, namespace, fields } = JSON.parse(v1);
    expect(await register('b', JSON.stringify({ fields, namespace, name, type }, null, 2))).toEqual(
      ok({ id: 1 }),
    );
    expect(await register('a', v2)).toEqual(ok({ id: 2 }));
    expect(await call('GET', '/subjects')).toEqual(ok(['a', 'b']));
    expect(await call('GET', '/subjects/a/versions')).toEqual(ok([1, 2]));
    expect(await call('GET', '/schemas/ids/2')).toEqual(ok({ schema: v2 }));
    expect(await call('GET', '/schemas/ids/1/subjects')).toEqual(ok(['a', 'b']));
    expect(await call('GET', '/subjects/a/versions/latest')).toEqual(
      ok({ subject: 'a', version: 2, id: 2, schema: v2 }),
    );
    expect(await call('POST', '/subjects/a', { schema: v1 })).toEqual(
      ok({ subject: 'a', version: 1, id: 1, schema: v1 }),
    );
    expect(await call('GET', '/schemas/types')).toEqual(ok(['AVRO']));
  });

  test('holds subjects to BACKWARD_TRANSITIVE until told otherwise', async () => {
    expect(await call('GET', '/config')).toEqual(ok({ compatibilityLevel: 'BACKWARD_TRANSITIVE' }));
    await register('a', v1);
    expect(await register('a', broken)).toEqual(failed(409, 409));
    const path = '/compatibility/subjects/a/versions/latest';
    expect(await call('POST', path, { schema: v2 })).toEqual(ok({ is_compatible: true }));
    expect(await call('POST', path, { schema: broken })).toEqual(ok({ is_compatible: false }));
    expect(await call('POST', `${path}?verbose=true`, { schema: broken })).toEqual(
      ok({ is_compatible: false, messages: [expect.stringContaining('email')] }),
    );
    expect(await call('GET', '/config/a')).toEqual(failed(404, 40408));
    expect(await call('GET', '/config/a?defaultToGlobal=true')).toEqual(
      ok({ compatibilityLevel: 'BACKWARD_TRANSITIVE' }),
    );
    expect(await call('PUT', '/config/a', { compatibility: 'none' })).toEqual(ok({ compatibility: 'NONE' }));
    expect(await call('GET', '/config/a')).toEqual(ok({ compatibilityLevel: 'NONE' }));
    expect(await register('a', broken)).toEqual(ok({ id: 2 }));
    expect(await call('PUT', '/config', { compatibility: 'FULL' })).toEqual(ok({ compatibility: 'FULL' }));
    expect(await call('GET', '/config')).toEqual(ok({ compatibilityLevel: 'FULL' }));
  });

  test('deletes softly first, then for good, and never gives an id again', async () => {
    await register('a', v1);
    await register('a', v2);
    expect(await call('DELETE', '/subjects/a/versions/2?permanent=true')).toEqual(failed(404, 40407));
    expect(await call('DELETE', '/subjects/a/versions/2')).toEqual(ok(2));
    expect(await call('DELETE', '/subjects/a/versions/2')).toEqual(failed(404, 40406));
    expect(await call('GET', '/subjects/a/versions')).toEqual(ok([1]));
    expect(await call('GET', '/subjects/a/versions/2')).toEqual(failed(404, 40402));
    expect(await call('GET', '/subjects/a/versions/2?deleted=true')).toMatchObject({ status: 200 });
    expect(await call('GET', '/schemas/ids/2')).toEqual(ok({ schema: v2 }));
    expect(await register('a', v2)).toEqual(ok({ id: 2 }));
    expect(await call('GET', '/subjects/a/versions')).toEqual(ok([1, 3]));
    expect(await call('DELETE', '/subjects/a?permanent=true')).toEqual(failed(404, 40405));
    expect(await call('DELETE', '/subjects/a')).toEqual(ok([1, 3]));
    expect(await call('DELETE', '/subjects/a')).toEqual(failed(404, 40404));
    expect(await call('GET', '/subjects')).toEqual(ok([]));
    expect(await call('DELETE', '/subjects/a?permanent=true')).toEqual(ok([1, 2, 3]));
    expect(await call('GET', '/subjects?deleted=true')).toEqual(ok([]));
    expect(await register('b', broken)).toEqual(ok({ id: 3 }));
  });

  test.each([
    ['GET', '/subjects/nope/versions', undefined, 404, 40401],
    ['GET', '/subjects/nope/versions/latest', undefined, 404, 40401],
    ['POST', '/subjects/nope', { schema: v1 }, 404, 40401],
    ['GET', '/subjects/here/versions/9', undefined, 404, 40402],
    ['POST', '/subjects/here', { schema: v2 }, 404, 40403],
    ['GET', '/schemas/ids/99', undefined, 404, 40403],
    ['GET', '/subjects/here/versions/first', undefined, 422, 42202],
    ['POST', '/subjects/here/versions', { schema: '{"type":"nope"}' }, 422, 42201],
    ['POST', '/subjects/here/versions', { schema: 'not json' }, 422, 42201],
    ['POST', '/subjects/here/versions', { schema: v1, schemaType: 'PROTOBUF' }, 422, 42201],
    ['POST', '/subjects/here/versions', { schema: v1, references: [{ name: 'x' }] }, 422, 42201],
    ['PUT', '/config', { compatibility: 'SOME' }, 422, 42203],
    ['GET', '/nothing', undefined, 404, 404],
  ])('answers %s %s with %j as Confluent does: %i, %i', async (method, path, body, status, code) => {
    await register('here', v1);
    expect(await call(method, path, body)).toEqual(failed(status, code));
  });

  test('takes a subject with any characters', async () => {
    const subject = encodeURIComponent('hotel/guests: é-value');
    await register(subject, v1);
    expect(await call('GET', `/subjects/${subject}/versions/1`)).toMatchObject({
      body: { subject: 'hotel/guests: é-value' },
    });
  });

  test('refuses a folder that another registry holds', async () => {
    await expect(startLocalSchemaRegistry({ dataDir })).rejects.toThrow(DataFolderInUseError);
  });
});

test('a killed registry has every schema that it acknowledged, under the same id', async () => {
  await server.close();
  let child: ChildProcess | undefined;
  const restart = async () => {
    child = fork(join(__dirname, '../dist/main.js'), ['--data', dataDir, '--port', '0'], { silent: true });
    const [ready] = (await once(child, 'message')) as [{ port: number }];
    url = `http://127.0.0.1:${ready.port}`;
  };
  const end = async (signal: NodeJS.Signals) => {
    const exited = once(child!, 'exit');
    child!.kill(signal);
    return await exited;
  };
  for (let round = 1; round <= 8; round++) {
    await restart();
    expect(await register(`s${round}`, record({ name: `f${round}`, type: 'int' }))).toEqual(
      ok({ id: round }),
    );
    await end('SIGKILL');
  }
  await restart();
  for (let round = 1; round <= 8; round++) {
    expect(await call('GET', `/subjects/s${round}/versions/1`)).toMatchObject({ body: { id: round } });
  }
  expect(await end('SIGTERM')).toEqual([0, null]);
  server = await startLocalSchemaRegistry({ dataDir });
});
