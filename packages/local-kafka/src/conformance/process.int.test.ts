import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listOffsets } from '../apis/list-offsets.js';
import { metadata } from '../apis/metadata.js';
import { produce } from '../apis/produce.js';
import { makeBatch } from './batch.js';
import { type Built, buildPackage, kill, runToEnd, startProcess } from './broker-process.js';
import { metadataRequest } from './metadata-request.js';
import { connectRaw } from './raw-client.js';

let built: Built;
let root: string;

beforeAll(() => {
  built = buildPackage();
  root = mkdtempSync(join(tmpdir(), 'local-kafka-'));
});

afterAll(() => {
  built.remove();
  rmSync(root, { recursive: true });
});

describe('the process', () => {
  test('says in one line that it listens, and ends cleanly when told to', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const broker = await startProcess(built.main, join(root, 'signals'));
      expect(broker.stdout()).toMatch(`local-kafka listens on 127.0.0.1:${broker.port}, data in `);
      expect(await kill(broker.child, signal)).toBe(0);
    }
  });

  test('ends cleanly when its parent is gone', async () => {
    const broker = await startProcess(built.main, join(root, 'orphan'));
    const exit = once(broker.child, 'exit');
    broker.child.disconnect();
    expect(await exit).toEqual([0, null]);
  });

  test('names the port or the folder that is in use, and the flag that changes it', async () => {
    const dataDir = join(root, 'taken');
    const broker = await startProcess(built.main, dataDir);
    const port = await runToEnd(built.main, ['--data', join(root, 'other'), '--port', String(broker.port)]);
    expect(port).toEqual({
      code: 1,
      stderr: `local-kafka: Port ${broker.port} is in use; choose another with --port.\n`,
    });
    const folder = await runToEnd(built.main, ['--data', dataDir, '--port', '0']);
    const message = `local-kafka: The data folder ${dataDir} is in use by another process. Choose another with --data.\n`;
    expect(folder).toEqual({ code: 1, stderr: message });
    await kill(broker.child, 'SIGKILL');
    const again = await startProcess(built.main, dataDir);
    expect(await kill(again.child, 'SIGTERM')).toBe(0);
  });

  test('ends with code 1 when writing fails though there is room, and keeps all that it acknowledged', async () => {
    const dataDir = join(root, 'full');
    const broker = await startProcess(built.main, dataDir, { maxFileBlocks: 6_000 });
    const exit = once(broker.child, 'exit');
    const raw = await connectRaw(broker.port);
    await raw.call(metadata, 6, metadataRequest('full'));
    let acknowledged = 0;
    for (;;) {
      const records = makeBatch({ values: ['x'.repeat(100_000)] });
      const topics = [{ name: 'full', partitions: [{ index: 0, records }] }];
      const answer = raw.call(produce, 7, { transactionalId: null, acks: -1, timeoutMs: 1_000, topics });
      const code = await Promise.race([raw.closed, answer.then((it) => it.topics[0]!.partitions[0]!.code)]);
      if (code !== 0) break;
      acknowledged += 1;
    }
    expect(await exit).toEqual([1, null]);
    expect(acknowledged).toBeGreaterThan(5);
    const again = await startProcess(built.main, dataDir);
    const reader = await connectRaw(again.port);
    const topics = [{ name: 'full', partitions: [{ index: 0, timestamp: -1 }] }];
    const latest = await reader.call(listOffsets, 3, { replicaId: -1, isolationLevel: 0, topics });
    expect(latest.topics[0]!.partitions[0]!.offset).toBe(acknowledged);
    reader.close();
    await kill(again.child, 'SIGTERM');
  });

  test.each([
    [['--data', 'x', '--set', 'num.partitions=none'], 'num.partitions'],
    [['--data', 'x', '--set', 'no.such=1'], 'no.such'],
    [['--data', 'x', '--port', 'many'], '--port'],
    [['--port', '0'], '--data'],
  ])('refuses %j in one line', async (args, word) => {
    const { code, stderr } = await runToEnd(built.main, args);
    expect(code).toBe(1);
    expect(stderr).toContain(word);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
