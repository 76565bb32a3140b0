import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFeeder, startLocalStack } from '@bellhop/cli';
import { demoGroup } from '@bellhop/simulator';
import { freePorts } from '@bellhop/stack';
import { expect, test } from '@jest/globals';

test('a simulator whose delivery can never be accepted says so, and is not waited for without end', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-'));
  const elsewhere = join(dataDir, 'group-with-other-secrets.json');
  writeFileSync(elsewhere, JSON.stringify(demoGroup({ random: (sizeBytes) => Buffer.alloc(sizeBytes, 7) })));
  const serviceEnv = { ingest: { HOTEL_GROUP_FILE: elsewhere } };
  const stack = await startLocalStack(freePorts(dataDir), { serviceEnv });
  try {
    const stateFile = join(dataDir, 'simulator.json');
    const feeder = await startFeeder(stack, { seed: 'gives-up', days: 2, stateFile });
    await expect(feeder.done).rejects.toThrow(/the simulator gave up: .*401/);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true });
  }
}, 60_000);
