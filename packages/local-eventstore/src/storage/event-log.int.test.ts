import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openEventLog } from './event-log.js';
import type { ProposedEvent, WriteCommand } from './write-command.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'event-log-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

function proposed(id = randomUUID() as string): ProposedEvent {
  return { id, type: 'noted', isJson: true, data: Buffer.from('{}'), metadata: new Uint8Array() };
}

function append(stream: string, ...events: ProposedEvent[]): WriteCommand {
  return { kind: 'append', stream, expected: 'any', events, deadlineMs: Number.POSITIVE_INFINITY };
}

const everything = { direction: 'forwards', lowest: 0, highest: Number.MAX_SAFE_INTEGER } as const;

test('a write that fails half way through its group is undone with the group', async () => {
  let calls = 0;
  let failAt = Number.POSITIVE_INFINITY;
  const nowMs = () => {
    calls += 1;
    if (calls === failAt) throw new Error('disk failed');
    return 1;
  };
  const log = await openEventLog({ dataDir, nowMs });
  failAt = calls + 4;
  const id = randomUUID();
  const group = [log.write(append('a', proposed(id))), log.write(append('b', proposed()))];
  expect((await Promise.allSettled(group)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(log.reader.head('a')).toBeUndefined();
  expect(await log.write(append('a', proposed(id)))).toMatchObject({ kind: 'written', lastRevision: 0 });
  await log.close();
});

test('a write whose deadline has passed writes nothing', async () => {
  const log = await openEventLog({ dataDir, nowMs: () => 1000 });
  const late: WriteCommand = {
    kind: 'append',
    stream: 'a',
    expected: 'any',
    events: [proposed()],
    deadlineMs: 999,
  };
  expect(await log.write(late)).toEqual({ kind: 'deadline-passed' });
  expect(log.reader.head('a')).toBeUndefined();
  await log.close();
});

test('a retry with any revision is recognised after a restart', async () => {
  const event = proposed();
  const first = await openEventLog({ dataDir });
  const outcome = await first.write(append('a', event));
  await first.close();
  const second = await openEventLog({ dataDir });
  expect(await second.write(append('a', event))).toEqual(outcome);
  expect(await second.write(append('b', proposed()))).toMatchObject({ lastRevision: 0 });
  await second.close();
});

test('a page ends at 256 KiB, however few events that is', async () => {
  const log = await openEventLog({ dataDir });
  const large = { ...proposed(), data: Buffer.alloc(150_000) };
  for (const _ of [1, 2, 3]) await log.write(append('a', { ...large, id: randomUUID() }));
  const head = log.reader.head('a');
  const page = log.reader.streamPage({ stream: 'a', id: head?.id ?? -1 }, everything);
  expect(page.events.map((event) => event.revision)).toEqual([0, 1]);
  expect(page.isLast).toBe(false);
  await log.close();
});

test('streams with very long names and names with any character are kept apart', async () => {
  const log = await openEventLog({ dataDir });
  const names = ['x'.repeat(3000), `${'x'.repeat(2999)}y`, 'nul\0name', 'nul', 'ünï'];
  for (const name of names) await log.write(append(name, proposed()));
  const events = log.reader.allPage(everything).events.slice(1);
  expect(events.map(({ stream, revision }) => [stream, revision])).toEqual(names.map((name) => [name, 0]));
  await log.close();
});
