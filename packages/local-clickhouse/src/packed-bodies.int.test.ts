import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockDecoder, encodeBlocks } from './compression/compressed-blocks.js';
import { decodeFrames } from './compression/frame-decoder.js';
import { lz4FrameDecoder } from './compression/lz4-frames.js';
import { decodeZstd } from './compression/zstd-frames.js';
import { type RunningServer, startRunningServer } from './testing/running-server.js';

let server: RunningServer;
const piped = async (bytes: Uint8Array, through: NodeJS.ReadWriteStream) =>
  await buffer(Readable.from([Buffer.from(bytes)]).pipe(through));

beforeAll(async () => {
  server = await startRunningServer();
  await server.query('CREATE TABLE notes (id UInt32, text String) ENGINE = MergeTree ORDER BY id');
});
afterAll(() => server.close());

describe('packed bodies and answers', () => {
  const rows = Buffer.from('1,a\n2,b\n');
  const zstd = Buffer.from('KLUv/QRYQQAAMSxhCjIsYgrEFJqT', 'base64');
  const lz4 = Buffer.from('BCJNGGRApwgAAIAxLGEKMixiCgAAAADpH8WE', 'base64');

  test.each([
    ['gzip', gzipSync(rows)],
    ['deflate', deflateSync(rows)],
    ['br', brotliCompressSync(rows)],
    ['zstd', zstd],
    ['lz4', lz4],
  ])('an insert comes with Content-Encoding %s', async (encoding, body) => {
    await server.query('TRUNCATE TABLE notes');
    const headers = { 'Content-Encoding': encoding };
    const inserted = await server.send({ query: 'INSERT INTO notes FORMAT CSV' }, { body, headers });
    expect(inserted.text).toBe('');
    expect(await server.query('SELECT * FROM notes ORDER BY id FORMAT CSV')).toBe('1,"a"\n2,"b"\n');
    const broken = await server.send(
      { query: 'INSERT INTO notes FORMAT CSV' },
      { body: body.subarray(0, -6), headers },
    );
    expect(broken.text).toMatch(/^Code: 271\./);
  });

  test('an encoding that nobody knows is refused', async () => {
    const refused = await server.send({}, { body: 'SELECT 1', headers: { 'Content-Encoding': 'xz' } });
    expect(refused.text).toMatch(/^Code: 89\./);
  });

  const sql = "SELECT number, repeat('x', 20) FROM numbers(200000) FORMAT CSV";

  test.each([
    ['lz4', () => decodeFrames(lz4FrameDecoder())],
    ['zstd', decodeZstd],
  ] as const)('an answer goes out as %s', async (encoding, decode) => {
    const answer = await server.send(
      { enable_http_compression: '1' },
      { body: sql, headers: { 'Accept-Encoding': encoding } },
    );
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect((await piped(answer.bytes, decode())).toString()).toBe(await server.query(sql));
    expect(answer.bytes.length).toBeLessThan(2_500_000);
  });

  test('an answer goes out as its client accepts it, unless it is told not to', async () => {
    const headers = { 'Accept-Encoding': 'lz4' };
    const packed = await server.send({}, { body: sql, headers });
    expect(packed.headers['content-encoding']).toBe('lz4');
    const plain = await server.send({ enable_http_compression: '0' }, { body: sql, headers });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect((await piped(packed.bytes, decodeFrames(lz4FrameDecoder()))).toString()).toBe(plain.text);
  });

  test("ClickHouse's own blocks go in and out, and a changed byte is found", async () => {
    const answer = await server.send({ compress: '1' }, { body: sql });
    const plain = await piped(answer.bytes, decodeFrames(blockDecoder({ checksums: true })));
    expect(plain.toString()).toBe(await server.query(sql));
    await server.query('TRUNCATE TABLE notes');
    const body = await piped(rows, encodeBlocks());
    const insert = { query: 'INSERT INTO notes FORMAT CSV', decompress: '1' };
    expect((await server.send(insert, { body })).status).toBe(200);
    body[0]! ^= 1;
    expect((await server.send(insert, { body })).text).toMatch(/^Code: 40\./);
    expect(await server.query('SELECT count() FROM notes')).toBe('2\n');
  });
});
