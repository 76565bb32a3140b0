import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalStack } from '@bellhop/cli';
import { connectClickHouse } from '@bellhop/clickhouse';
import { freePorts } from '@bellhop/stack';
import { expect, test } from '@jest/globals';

test('an analyst reads what Bellhop holds, and can change nothing of it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-'));
  const stack = await startLocalStack(freePorts(dataDir));
  const analyst = connectClickHouse({
    url: stack.env.CLICKHOUSE_URL,
    database: 'bellhop',
    username: 'analyst',
    password: '',
    application: 'test',
  });
  try {
    expect(await analyst.query('SELECT count() AS n FROM current_touchpoints')).toEqual([{ n: 0 }]);
    for (const statement of [
      'DROP TABLE touchpoint_facts',
      'TRUNCATE TABLE rating_facts',
      'CREATE TABLE t (n Int8) ENGINE = Memory',
    ])
      await expect(analyst.command(statement)).rejects.toMatchObject({
        code: expect.stringMatching(/^(READONLY|ACCESS_DENIED)$/),
      });
    await expect(analyst.insert('quarantine', [{ code: 'x' }])).rejects.toMatchObject({
      code: expect.stringMatching(/^(READONLY|ACCESS_DENIED)$/),
    });
    // The limit is met in the midst of the rows: the answer ends with the error, or is cut off before it could be read.
    await expect(analyst.query('SELECT number FROM numbers(1000001)')).rejects.toThrow();
    expect(await analyst.query('SELECT max(number) AS most FROM numbers(1000001)')).toEqual([
      { most: 1_000_000 },
    ]);
  } finally {
    await analyst.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true });
  }
}, 60_000);
