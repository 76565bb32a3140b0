import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bellhop } from '../support/command-line.js';
import { type Pipeline, startPipeline } from '../support/pipeline.js';

const ROOT = new URL('../../', import.meta.url);
const PAGES = ['README.md', 'docs/analysts.md', 'docs/publishing.md', 'docs/projectors.md'];

interface Block {
  page: string;
  language: string;
  text: string;
}

const blocks = PAGES.flatMap((page): Block[] =>
  [...readFileSync(new URL(page, ROOT), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ([, language = '', text = '']) => ({ page, language, text }),
  ),
);
const ofLanguage = (language: string) => blocks.filter((block) => block.language === language);
/** Commands that a reader types while Bellhop runs; those of npm are run by whoever runs these tests. */
const commands = ofLanguage('sh').flatMap(({ page, text }) =>
  text
    .split(/\n(?=curl|npx)/)
    .filter((command) => /^(curl|npx)/.test(command))
    .map((command): [string, string] => [page, command.trim()]),
);

describe('What the documentation shows works as shown', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await startPipeline({ seed: 'documentation', days: 4 });
    await pipeline.feedNext(pipeline.left());
    expect(await pipeline.differences()).toEqual([]);
  }, 180_000);
  afterAll(() => pipeline?.close(), 60_000);

  test('every page has something to run', () => {
    expect(new Set([...commands.map(([page]) => page), ...ofLanguage('js').map(({ page }) => page)])).toEqual(
      new Set(PAGES),
    );
  });

  test.each(commands)('%s: %s', async (_page, command) => {
    const { env, dataDir } = pipeline.stack;
    const bin = fileURLToPath(new URL('packages/cli/bin/bellhop.mjs', ROOT));
    const here = command
      .replaceAll('http://127.0.0.1:8080', env.INGEST_URL)
      .replaceAll('http://127.0.0.1:8123', env.CLICKHOUSE_URL)
      .replace(/^npx bellhop/, `"${process.execPath}" "${bin}"`)
      .replace(/^curl/, 'curl --fail-with-body');
    const child = spawn('sh', ['-c', here], { env: { ...process.env, BELLHOP_DATA_DIR: dataDir } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const [status] = await once(child, 'close');
    expect({ status, output }).toEqual({ status: 0, output: expect.stringMatching(/\S/) });
  });

  test.each(ofLanguage('sql').map(({ page, text }): [string, string] => [page, text.trim()]))(
    '%s: %s',
    async (_page, query) => {
      const { status, stdout, stderr } = await bellhop(pipeline.stack.dataDir, 'sql', query);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/\S/);
    },
  );

  test('docs/projectors.md: the projector counts what ClickHouse counts', async () => {
    const file = new URL('../projector-of-the-documentation.mjs', import.meta.url);
    writeFileSync(file, ofLanguage('js')[0]?.text ?? '');
    const child = spawn(process.execPath, [fileURLToPath(file)], {
      env: { ...process.env, ...pipeline.stack.env },
    });
    try {
      await pipeline.settle(0);
      const [{ n } = { n: 0 }] = await pipeline.clickhouse.query<{ n: number }>(
        "SELECT sum(sign) AS n FROM touchpoint_facts WHERE type = 'message_received'",
      );
      expect(n).toBeGreaterThan(0);
      for await (const chunk of child.stdout) if (String(chunk).includes(`written ${n} messages`)) break;
    } finally {
      child.kill('SIGTERM');
      rmSync(file);
    }
  });
});
