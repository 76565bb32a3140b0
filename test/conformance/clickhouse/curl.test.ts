import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { program } from './program.js';
import { type ServerUnderTest, startServer } from './server-under-test.js';

const curl = program('curl', 'curl', ['--version']);
let server: ServerUnderTest;

(curl.isThere ? describe : describe.skip)(`curl${curl.note}`, () => {
  const ask = (path: string, args: string[] = [], input = '') =>
    curl.run(['-sS', ...args, `${server.url}${path}`], input);

  beforeAll(async () => {
    server = await startServer({ users: { default: {}, analyst: { password: 'secret', readonly: true } } });
    await server.ask('CREATE TABLE t (a UInt32, b String) ENGINE = MergeTree ORDER BY a');
  });
  afterAll(() => server.stop());

  test.each([
    ['/ping', 'Ok.\n'],
    ['/', 'Ok.\n'],
    ['/replicas_status', 'Ok.\n'],
    ['/?query=SELECT%201', '1\n'],
    ['/?query=SELECT%201&default_format=JSONEachRow', '{"1":1}\n'],
    ['/?query=SELECT+%7Bx:String%7D&param_x=a%5Ctb', 'a\\tb\n'],
  ])('GET %s', async (path, answer) => {
    expect(await ask(path)).toBe(answer);
  });

  test('posts a statement, from standard input too, in chunks too', async () => {
    expect(await ask('/', ['-d', 'SELECT 1 FORMAT CSV'])).toBe('1\n');
    expect(await ask('/', ['--data-binary', '@-'], 'SELECT 2')).toBe('2\n');
    expect(await ask('/', ['-H', 'Transfer-Encoding: chunked', '--data-binary', '@-'], 'SELECT 3')).toBe(
      '3\n',
    );
  });

  test('puts rows behind the statement, or in the body with the statement in the URL', async () => {
    await ask('/', ['--data-binary', '@-'], 'INSERT INTO t FORMAT CSV\n1,x\n');
    await ask('/?query=INSERT+INTO+t+FORMAT+TSV', ['--data-binary', '@-'], '2\ty\n');
    await ask('/?query=INSERT+INTO+t+VALUES', ['-d', "(3,'z')"]);
    await ask("/?query=INSERT+INTO+t+VALUES+(4,'w')", ['-X', 'POST', '-d', '']);
    expect(await ask('/?query=SELECT+*+FROM+t+ORDER+BY+a+FORMAT+CSV')).toBe('1,"x"\n2,"y"\n3,"z"\n4,"w"\n');
  });

  test('--compressed unpacks the answer', async () => {
    const path = '/?enable_http_compression=1&query=SELECT+sum(number)+FROM+numbers(10)';
    expect(await ask(path, ['--compressed'])).toBe('45\n');
    expect(await ask(path, ['--compressed', '-D', '-', '-o', '/dev/null'])).toMatch(/content-encoding: /i);
  });

  test('-F brings a table along', async () => {
    const form = ['-F', 'e=@-;filename=e.tsv', '-F', 'e_structure=id UInt8'];
    expect(await ask('/?query=SELECT+sum(id)+FROM+e', form, '1\n2\n')).toBe('3\n');
  });

  test('-u names the user; a wrong password is refused with 403 and code 516', async () => {
    const path = '/?query=SELECT+currentDatabase()';
    expect(await ask(path, ['-u', 'analyst:secret'])).toBe('default\n');
    const refused = await ask(path, ['-u', 'analyst:wrong', '-w', '%{http_code}']);
    expect(refused).toMatch(/^Code: 516\. DB::Exception: .*\n403$/s);
  });

  test('-I asks for the headers alone', async () => {
    expect(await ask('/?query=SELECT+1', ['-I'])).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*X-ClickHouse-Query-Id: /);
  });
});
