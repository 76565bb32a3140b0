import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ServerUnderTest, serverMain, startServer } from './server-under-test.js';

let dataDir: string;
let server: ServerUnderTest | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'conformance-clickhouse-'));
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  // A small disk is mounted there for some tests.
  if (isMounted(dataDir)) execFileSync('umount', [dataDir]);
  rmSync(dataDir, { recursive: true });
});

const isMounted = (folder: string): boolean =>
  process.platform === 'linux' && readFileSync('/proc/mounts', 'utf8').includes(` ${folder} `);

/** Starts a server that must refuse to; returns what it says. */
const refusal = (args: string[] = []): string => {
  const all = [serverMain, '--data', dataDir, '--port', '0', ...args];
  const { status, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', timeout: 20_000 });
  expect(status).toBe(1);
  return stderr;
};

const fill = async (): Promise<void> => {
  const filled = await startServer({ dataDir });
  await filled.ask('CREATE TABLE kept (id UInt64, text String) ENGINE = MergeTree ORDER BY id');
  await filled.ask('SYSTEM STOP MERGES kept');
  for (const first of [0, 1000]) {
    await filled.ask(`INSERT INTO kept SELECT number + ${first}, toString(number) FROM numbers(1000)`);
  }
  await filled.stop();
};

/** The biggest data file of the engine's tables. */
const dataFile = (): string => {
  const files = readdirSync(join(dataDir, 'engine'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/data.bin') && name.includes('all_'))
    .map((name) => join(dataDir, 'engine', name));
  return files.sort((a, b) => statSync(b).size - statSync(a).size)[0]!;
};

describe('a data folder', () => {
  test('that another process uses is refused by name, and free again after a kill', async () => {
    server = await startServer({ dataDir });
    expect(refusal()).toContain(`${dataDir} is in use by another process. Choose another with --data.`);
    await server.restart('SIGKILL');
  });

  test.each([
    [{ layoutVersion: 2, chdbVersion: '3.4.0', clickhouseVersion: '26.7.2.1' }, 'has layout 2'],
    [
      { layoutVersion: 1, chdbVersion: '99.0.0', clickhouseVersion: '99.1.1.1' },
      'was written by ClickHouse 99.1',
    ],
  ])('of a newer version is refused, untouched: %j', (layout, message) => {
    const text = JSON.stringify(layout);
    writeFileSync(join(dataDir, 'layout.json'), text);
    expect(refusal()).toContain(message);
    expect(readdirSync(dataDir)).toEqual(['layout.json']);
    expect(readFileSync(join(dataDir, 'layout.json'), 'utf8')).toBe(text);
  });

  test('whose layout.json is nonsense is refused by name', () => {
    writeFileSync(join(dataDir, 'layout.json'), '{');
    expect(refusal()).toContain('layout.json is not what local-clickhouse writes there');
  });

  test('from before layouts had versions is opened, and has one then', async () => {
    await fill();
    rmSync(join(dataDir, 'layout.json'));
    server = await startServer({ dataDir });
    expect(await server.ask('SELECT count() FROM kept')).toBe('2000\n');
    expect(JSON.parse(readFileSync(join(dataDir, 'layout.json'), 'utf8'))).toMatchObject({
      layoutVersion: 1,
    });
  });

  test('with a byte flipped in a part gives a checksum error for it, and no data', async () => {
    await fill();
    const bytes = readFileSync(dataFile());
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(dataFile(), bytes);
    server = await startServer({ dataDir });
    await expect(server.ask('SELECT sum(id), max(text) FROM kept')).rejects.toThrow("Checksum doesn't match");
  });

  test('with a part cut short is refused, and opened without it where that is asked for', async () => {
    await fill();
    truncateSync(dataFile(), statSync(dataFile()).size >> 1);
    const said = refusal();
    expect(said).toContain(`can't open the data folder ${dataDir}`);
    expect(said).toContain('broken parts');
    server = await startServer({ dataDir, args: ['--set', 'max_suspicious_broken_parts=1'] });
    expect(await server.ask('SELECT count() FROM kept')).toBe('1000\n');
    expect(await server.ask('SELECT reason FROM system.detached_parts')).toBe('broken-on-start\n');
  });
});

describe('an insert that a kill took between its token and its rows', () => {
  const insert = (n: number) =>
    server!.ask(`INSERT INTO once VALUES (${n})`, { insert_deduplication_token: `token-${n}` });

  test('counts when it is repeated, and others do not count again', async () => {
    server = await startServer({ dataDir });
    await server.ask(
      'CREATE TABLE once (n UInt8) ENGINE = MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 100',
    );
    for (const n of [1, 2, 3]) await insert(n);
    await server.ask('OPTIMIZE TABLE once PARTITION tuple() FINAL');
    await insert(4);
    await server.stop();
    // What is left of it then: a line in the log of tokens, and no part.
    const engineDir = join(dataDir, 'engine');
    const parts = readdirSync(engineDir, { recursive: true, encoding: 'utf8' });
    const unkept = parts.filter((name) => name.startsWith('store/') && name.endsWith('/all_4_4_0'));
    expect(unkept).toHaveLength(1);
    rmSync(join(engineDir, unkept[0]!), { recursive: true });

    server = await startServer({ dataDir });
    expect(await server.ask('SELECT groupArray(n) FROM (SELECT n FROM once ORDER BY n)')).toBe('[1,2,3]\n');
    for (const n of [5, 4, 3, 2, 1, 4]) await insert(n);
    await server.restart('SIGKILL');
    for (const n of [1, 2, 3, 4, 5]) await insert(n);
    expect(await server.ask('SELECT groupArray(n) FROM (SELECT n FROM once ORDER BY n)')).toBe(
      '[1,2,3,4,5]\n',
    );
  });
});

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

(mayMount ? describe : describe.skip)(
  `a full disk${mayMount ? '' : ' (skipped because only root can mount a small one)'}`,
  () => {
    test('refuses rows by an error, keeps what it has taken, and takes more once there is room', async () => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', dataDir]);
      appendFileSync(join(dataDir, 'ballast'), Buffer.alloc(8_000_000));
      server = await startServer({ dataDir });
      const { ask } = server;
      await ask(
        'CREATE TABLE kept (batch UInt32, text String CODEC(NONE)) ENGINE = MergeTree ORDER BY batch',
      );
      const insert = (batch: number) =>
        ask(`INSERT INTO kept SELECT ${batch}, randomPrintableASCII(1000) FROM numbers(2000)`);
      let taken = 0;
      const fault = await (async () => {
        for (;;) {
          await insert(taken);
          taken += 1;
        }
      })().catch((error: Error) => error);
      expect(String(fault)).toMatch(/Code: (?:243|75|74)\.|No space left|NOT_ENOUGH_SPACE/);
      expect(taken).toBeGreaterThan(3);
      const kept = async () => await ask('SELECT count(), uniqExact(batch) FROM kept');
      expect(await kept()).toBe(`${taken * 2000}\t${taken}\n`);
      rmSync(join(dataDir, 'ballast'));
      await insert(taken);
      await server.restart('SIGKILL');
      expect(await kept()).toBe(`${(taken + 1) * 2000}\t${taken + 1}\n`);
    });
  },
);
