import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalClickHouse, startLocalClickHouse } from '../start-local-clickhouse.js';

let server: LocalClickHouse;
const dataDir = mkdtempSync(join(tmpdir(), 'native-revision-'));

beforeAll(async () => {
  server = await startLocalClickHouse({ dataDir });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = async (sql: string, parameters: Record<string, string> = {}) => {
  const query = new URLSearchParams({ default_format: 'Native', ...parameters });
  const answer = await fetch(`http://127.0.0.1:${server.port}/?${query}`, { method: 'POST', body: sql });
  const body = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(body.toString());
  return body;
};
const revision = { client_protocol_version: '54460' };

const values = [
  'toInt8(number)',
  "toString(number), repeat('x', number)",
  "toFixedString('ab', 5), toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')",
  "toDecimal32(1, 2), toDecimal64(1, 3), toDecimal128(1, 4), CAST(1, 'Decimal(76, 5)')",
  "toDate('2024-01-01'), toDate32('2024-01-01'), now('Asia/Shanghai'), now64(9, 'UTC'), toIPv4('1.2.3.4'), toIPv6('::1')",
  "CAST('a', 'Enum8(\\'a\\' = 1, \\'(,\\' = 2)'), true, NULL, toIntervalDay(1), toInt256(1), toFloat32(1)",
  'if(number % 2, NULL, number), [NULL, 1]',
  'range(number), arrayMap(x -> range(x), range(number)), emptyArrayString()',
  "toLowCardinality(toString(number)), [toLowCardinality('x')], CAST(NULL, 'LowCardinality(Nullable(String))')",
  "map('k', [toLowCardinality('v')]), map(), tuple(), CAST((1, 'x'), 'Tuple(a UInt8, `b c` String)')",
  "CAST(number, 'Variant(String, UInt64)'), CAST([1], 'Variant(Array(UInt8), String)')",
  "CAST(number, 'Dynamic'), CAST(multiIf(number = 0, 'a'::Dynamic, number = 1, 5::Dynamic, NULL), 'Dynamic(max_types=1)')",
  '\'{"a": 1, "b": {"c": [1, 2], "d": "x"}}\'::JSON, \'{"a": 1, "z": 2}\'::JSON(max_dynamic_paths=1, `a` UInt8, SKIP q)',
  "CAST((1, 2), 'Point'), CAST([(1, 2)], 'Ring'), CAST([[(1, 2)]], 'Polygon')",
  "CAST(1, 'SimpleAggregateFunction(sum, UInt64)'), toTime('10:00:00')",
];

describe('Native for a client that names its revision', () => {
  test.each(values)('has what the revision adds, and nothing else: %s', async (expression) => {
    const sql = `SELECT ${expression}, 'the end' FROM numbers(5) SETTINGS enable_time_time64_type = 1, use_legacy_to_time = 0, allow_experimental_variant_type = 1`;
    const plain = await ask(sql);
    const revised = await ask(sql, revision);
    const columns = plain[0]!;
    expect(revised.length).toBe(plain.length + 8 + columns);
    expect(revised.subarray(0, 10)).toEqual(Buffer.from([1, 0, 2, 255, 255, 255, 255, 0, columns, 5]));
    expect(revised.includes('\x06String\x00\x07the end')).toBe(true);
  });

  test.each([
    "multiIf(number = 0, 'a'::Dynamic, number = 1, 5::UInt8::Dynamic, number = 2, [toLowCardinality('q')]::Dynamic, NULL)",
    `arrayElement([${Array.from({ length: 256 }, (_, index) => `CAST('a', 'FixedString(${index + 1})')::Dynamic`).join(', ')}], number + 250)`,
    `arrayJoin([${Array.from({ length: 256 }, (_, index) => `CAST('a', 'FixedString(${index + 1})')::Dynamic`).join(', ')}, NULL])`,
    'if(number = 1, \'{"a": 1, "b": {"c": [{"x": 1}], "d": "x"}}\', \'{"z": 2.5}\')::JSON(max_dynamic_paths=1, `a` UInt8)',
    "[map('k', 1::Dynamic)], '{}'::JSON",
  ])('has it where Dynamic and JSON are flattened: %#', async (expression) => {
    const sql = `SELECT ${expression} AS v, 'the end' FROM numbers(5) SETTINGS output_format_native_use_flattened_dynamic_and_json_serialization = 1`;
    const plain = await ask(sql);
    const revised = await ask(sql, revision);
    expect(revised.length).toBe(plain.length + 8 + plain[0]!);
    expect(revised.includes('\x06String\x00\x07the end')).toBe(true);
  });

  test('has it in every block, wherever the pieces of a long result are cut', async () => {
    const sql =
      "SELECT number, toString(number) AS s, [s, repeat('y', number % 300)] FROM numbers(20000) SETTINGS max_block_size = 1000";
    const [plain, revised] = [await ask(sql), await ask(sql, revision)];
    expect(revised.length).toBe(plain.length + 20 * (8 + 3));
  });

  test('is the answer to SHOW and of no rows too', async () => {
    for (const sql of ['SHOW DATABASES', 'SELECT 1 AS a LIMIT 0', 'DESCRIBE TABLE system.one']) {
      const [plain, revised] = [await ask(sql), await ask(sql, revision)];
      expect(revised.length).toBe(plain.length + (plain.length && 8 + plain[0]!));
    }
  });

  test('is refused for the state of an aggregate function, whose length nobody can tell', async () => {
    await expect(ask('SELECT sumState(number) FROM numbers(3)', revision)).rejects.toThrow(
      'Code: 48. DB::Exception: A column of type AggregateFunction(sum, UInt64)',
    );
    expect(await ask('SELECT 1 FORMAT CSV', revision)).toEqual(Buffer.from('1\n'));
  });

  test('stays as it is for clients of an older revision', async () => {
    const sql = 'SELECT 1';
    expect(await ask(sql, { client_protocol_version: '54405' })).toEqual(await ask(sql));
  });
});
