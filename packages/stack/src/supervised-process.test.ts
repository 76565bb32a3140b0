import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SupervisedProcess } from './supervised-process.js';

describe('a supervised process', () => {
  let dir: string;
  let supervised: SupervisedProcess;
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'bellhop-'));
    const entry = join(dir, 'entry.mjs');
    writeFileSync(entry, "process.send({ type: 'ready' }); process.on('message', () => undefined);");
    supervised = new SupervisedProcess({
      name: 'patient',
      entry: pathToFileURL(entry),
      launch: () => ({}),
      logDir: dir,
    });
    await supervised.start();
  });
  afterEach(async () => {
    await supervised.stop();
    rmSync(dir, { recursive: true });
  });

  test('is started again when it is killed', async () => {
    const { pid } = supervised;
    await supervised.kill('SIGKILL');
    await supervised.ready();
    expect(supervised.pid).not.toBe(pid);
    expect(supervised.restarts).toBe(1);
  });

  test('is started again though its log is gone', async () => {
    const { pid } = supervised;
    rmSync(supervised.logFile);
    await supervised.kill('SIGKILL');
    await supervised.ready();
    expect(supervised.pid).not.toBe(pid);
  });

  test('that ends before it is ready says how, with what it wrote last', async () => {
    const entry = join(dir, 'broken.mjs');
    writeFileSync(entry, "console.error('no such bell'); process.exit(3);");
    const broken = new SupervisedProcess({
      name: 'broken',
      entry: pathToFileURL(entry),
      launch: () => ({}),
      logDir: dir,
    });
    await expect(broken.start()).rejects.toThrow(
      /^broken ended with 3 before it was ready;.*\nno such bell$/,
    );
  });

  test('can be killed while it is down by itself, and is up again afterwards', async () => {
    const { pid } = supervised;
    const down = supervised.down();
    process.kill(pid!, 'SIGKILL');
    await down;
    await supervised.kill('SIGKILL');
    await supervised.ready();
    expect(supervised.pid).not.toBe(pid);
    expect(supervised.restarts).toBe(1);
  });
});
