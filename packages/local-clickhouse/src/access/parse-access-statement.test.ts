import { describe, expect, test } from '@jest/globals';
import { parseAccessStatement, withoutPasswords } from './parse-access-statement.js';

const parse = (sql: string) => parseAccessStatement(sql, 'hotel');

describe('parseAccessStatement', () => {
  test('reads users with what they are given', () => {
    expect(
      parse(
        "CREATE USER IF NOT EXISTS a, `b` IDENTIFIED WITH sha256_hash BY 'AB' HOST ANY DEFAULT ROLE r, s DEFAULT DATABASE d SETTINGS readonly = 1, x = 'it\\'s'",
      ),
    ).toEqual({
      kind: 'createUsers',
      names: ['a', 'b'],
      ifNotExists: true,
      orReplace: false,
      properties: {
        passwordSha256: 'ab',
        defaultRoles: ['r', 's'],
        defaultDatabase: 'd',
        settings: { readonly: '1', x: "it's" },
      },
    });
  });

  test('reads rights one by one, and what they are on in the current database', () => {
    expect(parse('grant SHOW TABLES, SELECT(a, b), INSERT ON t TO u, v')).toEqual({
      kind: 'grantRights',
      rights: [
        { privilege: 'SHOW TABLES', on: '`hotel`.`t`' },
        { privilege: 'SELECT(a, b)', on: '`hotel`.`t`' },
        { privilege: 'INSERT', on: '`hotel`.`t`' },
      ],
      names: ['u', 'v'],
    });
    expect(parse('REVOKE ALL ON *.* FROM u')).toMatchObject({ rights: [{ privilege: 'ALL', on: '*.*' }] });
    expect(parse('GRANT CREATE TABLE ON * TO u')).toMatchObject({ rights: [{ on: '`hotel`.*' }] });
    expect(parse('GRANT r TO u')).toEqual({ kind: 'grantRoles', roles: ['r'], names: ['u'] });
  });

  test('reads default roles, and leaves other statements alone', () => {
    expect(parse('SET DEFAULT ROLE NONE TO u')).toEqual({ kind: 'setDefaultRoles', roles: [], names: ['u'] });
    expect(parse('SET DEFAULT ROLE ALL TO u')).toMatchObject({ roles: 'ALL' });
    expect(parse('CREATE TABLE t (a Int8) ENGINE = Memory')).toBeUndefined();
    expect(parse('SET max_threads = 1')).toBeUndefined();
  });

  test.each([
    "CREATE USER a HOST IP '127.0.0.1'",
    "CREATE USER a IDENTIFIED WITH ldap SERVER 'x'",
    'GRANT SELECT ON t TO a WITH GRANT OPTION',
    'GRANT SELECT ON',
    'CREATE ROLE a SETTINGS max_threads = 1',
    'DROP USER',
  ])('refuses what it does not know: %s', (sql) => {
    expect(() => parse(sql)).toThrow('NOT_IMPLEMENTED');
  });
});

test('passwords are not in what is logged', () => {
  expect(withoutPasswords("CREATE USER a IDENTIFIED BY 'x\\'y' SETTINGS z = 'q'")).toBe(
    "CREATE USER a IDENTIFIED BY '[HIDDEN]' SETTINGS z = 'q'",
  );
  // The engine takes them for strings too, or does not mind what is in between.
  for (const password of ['"x"', "/* */ 'x'", "'x''y'", '$a$x$a$']) {
    expect(withoutPasswords(`CREATE USER a IDENTIFIED BY ${password}`)).not.toContain('x');
  }
});
