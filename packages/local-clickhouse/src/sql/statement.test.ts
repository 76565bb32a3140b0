import { describe, expect, test } from '@jest/globals';
import { parseStatement } from './statement.js';

const data = (text: string) => {
  const statement = parseStatement(text);
  if (statement.kind !== 'insertData') throw new Error(`not an insert with data: ${statement.kind}`);
  return { ...statement, data: text.slice(statement.dataStart) };
};

describe('parseStatement', () => {
  test('finds the data after a format, from the first byte of the next line', () => {
    expect(data('INSERT INTO t (a, b) FORMAT CSV\n1,";x\n\n"')).toMatchObject({
      target: 'INSERT INTO t (a, b) ',
      settings: '',
      format: 'CSV',
      data: '1,";x\n\n"',
    });
  });

  test('finds the data after VALUES, and the settings before it', () => {
    expect(data("insert into db.t settings async_insert=1 values (1, 'a;b');")).toMatchObject({
      target: 'insert into db.t ',
      settings: 'settings async_insert=1 ',
      format: 'Values',
      data: "(1, 'a;b');",
    });
  });

  test('takes no data from a statement that ends after its format', () => {
    expect(data('INSERT INTO t FORMAT JSONEachRow;\n').data).toBe('');
    expect(data('INSERT INTO t FORMAT JSONEachRow').data).toBe('');
  });

  test('lets tables bear the names of keywords', () => {
    expect(data('INSERT INTO values FORMAT CSV\n1').target).toBe('INSERT INTO values ');
    expect(data('INSERT INTO db.format VALUES (1)').target).toBe('INSERT INTO db.format ');
    expect(data('INSERT INTO t (`format`, "values") VALUES (1, 2)').data).toBe('(1, 2)');
  });

  test('takes WITH before an INSERT for a part of it, and a name that is INSERT for a name', () => {
    expect(data('WITH {SELECT:Int32} AS y INSERT INTO t FORMAT CSV\n1').data).toBe('1');
    expect(data('WITH 1 AS y INSERT INTO t (s) FORMAT TabSeparated\na;\n')).toMatchObject({
      target: 'INSERT INTO t (s) ',
      data: 'a;\n',
    });
    expect(data("WITH 1 AS y INSERT INTO t SELECT y FROM input('a Int8') FORMAT CSV\n1").input?.before).toBe(
      'WITH 1 AS y INSERT INTO t SELECT y FROM ',
    );
    expect(parseStatement('WITH 1 AS y INSERT INTO t SELECT y')).toMatchObject({ kind: 'other' });
    expect(parseStatement('WITH insert AS (SELECT 1 AS n) SELECT * FROM insert')).toMatchObject({
      kind: 'select',
    });
  });

  test('leaves INSERT SELECT to the engine', () => {
    expect(parseStatement("INSERT INTO t SELECT 1, 'FORMAT CSV'")).toMatchObject({ kind: 'other' });
  });

  test('finds the input() that reads the data, and not one that is a column', () => {
    expect(data("INSERT INTO t SELECT a FROM input('a Int8') WHERE a FORMAT CSV\n1")).toMatchObject({
      input: { before: 'INSERT INTO t SELECT a FROM ', structure: "'a Int8'", after: ' WHERE a ' },
      data: '1',
    });
    expect(parseStatement('INSERT INTO t SELECT input FROM s FORMAT CSV')).toMatchObject({ kind: 'other' });
  });

  test('cuts a SELECT at its format, and keeps the settings on both sides', () => {
    expect(parseStatement('SELECT 1 SETTINGS a = 1 FORMAT CSV SETTINGS b = 2;')).toMatchObject({
      unformatted: 'SELECT 1 SETTINGS a = 1 ',
      format: 'CSV',
      tail: ' SETTINGS b = 2',
    });
  });

  test('reads the format of a select, but not one in a string, a comment or a name', () => {
    expect(parseStatement('SELECT 1 FORMAT JSON;')).toMatchObject({
      format: 'JSON',
      sql: 'SELECT 1 FORMAT JSON',
    });
    expect(parseStatement("SELECT 'FORMAT JSON' -- FORMAT CSV\n")).toMatchObject({ format: undefined });
    expect(parseStatement('SELECT a AS format FROM t FORMAT CSV SETTINGS max_threads = 1')).toMatchObject({
      format: 'CSV',
    });
    expect(parseStatement('SELECT a AS format FROM t')).toMatchObject({ format: undefined });
    expect(parseStatement('SELECT "FORMAT" FROM t /* FORMAT /* CSV */ */')).toMatchObject({
      format: undefined,
    });
  });

  test.each([
    'SELECT 1; SELECT 2',
    "SELECT 'a\\'; SELECT 2' ; SET readonly = 0",
    'SELECT 1 /* ; */ ; -- x\nDROP TABLE t',
    "SELECT 1 // '\n; DROP TABLE t; SELECT 'x'",
    "SELECT ‘'’; DROP TABLE t; SELECT ‘'’",
    Buffer.from("SELECT 1 LIKE‘'’; DROP TABLE t; SELECT 1 LIKE‘'’").toString('latin1'),
    Buffer.from('SELECT “"”, ‘\'’; DROP TABLE t; SELECT ‘\'’, “"”').toString('latin1'),
    "SELECT $$;$$ || 'it''s' ; DROP TABLE t",
    "SELECT $$$a$ ' $a$ ; DROP TABLE t",
    'SELECT 1e--1 ; DROP TABLE t',
    'SELECT 0x1p--1 ; DROP TABLE t',
  ])('refuses a second statement: %s', (sql) => {
    expect(() => parseStatement(sql)).toThrow('Multi-statements are not allowed');
  });

  test.each(["SELECT ';' ;; ", 'SELECT `;`, ";" # ; x', 'SELECT $a$ ; $a$', "SELECT 'it''s; \\'; fine'"])(
    'takes a semicolon inside of a literal for text: %s',
    (sql) => {
      expect(parseStatement(sql).kind).toBe('select');
    },
  );

  test('refuses to read or write files of this machine', () => {
    expect(() => parseStatement("SELECT 1 INTO OUTFILE '/tmp/x'")).toThrow(/Code: 358/);
    expect(() => parseStatement("INSERT INTO t FROM INFILE '/etc/passwd' FORMAT CSV")).toThrow(/Code: 78/);
  });

  test('refuses an empty query', () => {
    expect(() => parseStatement('  -- nothing\n')).toThrow(/Code: 62/);
  });
});
