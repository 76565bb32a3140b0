import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openEventLog } from './event-log.js';
import { currentLayout } from './layout.js';
import { headOf, type LogTables, openLogTables, streamKey } from './log-tables.js';
import type { StreamHead } from './stream-head.js';
import type { WriteCommand } from './write-command.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'layout-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const everything = { direction: 'forwards', lowest: 0, highest: Number.MAX_SAFE_INTEGER } as const;

function append(stream: string): WriteCommand {
  const data = Buffer.from(JSON.stringify({ $maxCount: 2 }));
  const event = { id: randomUUID(), type: 'noted', isJson: true, data, metadata: new Uint8Array() };
  return { kind: 'append', stream, expected: 'any', events: [event], deadlineMs: Number.POSITIVE_INFINITY };
}

/** Takes the checksums away, and with them the layout's number, as the first version wrote its tables. */
async function asFirstLayout(tables: LogTables, streams: readonly string[]): Promise<void> {
  const packedHeads = tables.root.openDB<StreamHead, Buffer>({ name: 'heads', keyEncoding: 'binary' });
  const heads = streams.map((stream) => [streamKey(stream), headOf(tables, stream)] as const);
  const records = [...tables.log.getRange()];
  await tables.root.childTransaction(() => {
    for (const { key, value } of records) {
      const record = Buffer.from(value.subarray(0, -4));
      record[0] = 1;
      tables.log.put(key, record);
    }
    for (const [key, head] of heads) if (head !== undefined) packedHeads.put(key, head);
    tables.counters.remove('layout');
  });
}

test('a folder of the first layout is brought to this one, with all its events and limits', async () => {
  const first = await openEventLog({ dataDir });
  for (let n = 0; n < 1_500; n += 1) await first.write(append(n % 3 === 0 ? 'a' : 'b'));
  await first.write(append('$$a'));
  const written = first.reader.allPage(everything).events;
  const head = first.reader.head('a');
  await first.close();
  const tables = openLogTables(dataDir);
  await asFirstLayout(tables, ['a', 'b', '$$a', '$epoch-information']);
  await tables.root.close();
  for (let opening = 0; opening < 2; opening += 1) {
    const again = await openEventLog({ dataDir });
    expect(again.reader.allPage(everything).events).toEqual(written);
    expect(again.reader.head('a')).toEqual(head);
    expect(await again.write(append('b'))).toMatchObject({ kind: 'written', lastRevision: 1_000 + opening });
    await again.close();
  }
});

test('a folder of a newer layout is refused by name', async () => {
  await (await openEventLog({ dataDir })).close();
  const tables = openLogTables(dataDir);
  await tables.counters.put('layout', currentLayout + 1);
  await tables.root.close();
  await expect(openEventLog({ dataDir })).rejects.toMatchObject({
    code: 'newer-layout',
    message: expect.stringContaining(`has layout ${currentLayout + 1}`),
  });
});
