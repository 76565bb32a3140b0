import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { bellhop, bellhopReading } from '../support/command-line.js';

describe('Commands that need no stack', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-alone-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test('sentiment score answers each line of standard input with a line, in order', async () => {
    const lines = [
      'Номер грязный, и никто не пришёл',
      '',
      'Everything was wonderful, thank you',
      'Pokój był brudny i zimny',
    ];
    const { status, stdout } = await bellhopReading(
      `${lines.join('\n')}\n`,
      dataDir,
      '--json',
      'sentiment',
      'score',
    );
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { language: string | null; label: string });
    expect(status).toBe(0);
    expect(answers.map(({ language, label }) => [language, label])).toEqual([
      ['ru', 'negative'],
      [null, 'neutral'],
      ['en', 'positive'],
      ['pl', 'negative'],
    ]);
  });

  test('sentiment score --why names the parts that moved the score', async () => {
    const { stdout } = await bellhop(dataDir, '--json', 'sentiment', 'score', 'The staff was rude', '--why');
    const { why } = JSON.parse(stdout) as { why: { text: string; effect: number }[] };
    expect(why.find(({ text }) => text === 'rude')?.effect).toBeLessThan(0);
  });

  test('a local server alone refuses an unknown setting by its name', async () => {
    const { status, stderr } = await bellhop(
      dataDir,
      'local',
      'kafka',
      '--data',
      join(dataDir, 'kafka'),
      '--set',
      'no.such=1',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('no.such');
  });

  test('a command that finds nothing running says where it looked', async () => {
    process.env.CLICKHOUSE_URL = 'http://127.0.0.1:9';
    const { status, stderr } = await bellhop(dataDir, 'metrics');
    delete process.env.CLICKHOUSE_URL;
    expect(status).toBe(1);
    expect(stderr).toContain("ClickHouse can't be reached");
  });
});
