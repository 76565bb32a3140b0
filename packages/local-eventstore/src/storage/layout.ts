import { decodeRecord, withChecksum } from './event-record.js';
import { type LogTables, streamKey } from './log-tables.js';
import { encodeHead, type StreamHead } from './stream-head.js';

/**
 * The layout of the tables that this version writes. 1 (which named itself nowhere) had records and heads without
 * checksums; 2 has them.
 */
export const currentLayout = 2;

const recordsInStep = 1000;

export class NewerLayoutError extends Error {
  override readonly name = 'NewerLayoutError';
  readonly code = 'newer-layout';

  constructor(dataDir: string, layout: number) {
    super(
      `The data folder ${dataDir} has layout ${layout}, written by a newer version; this one reads up to ${currentLayout}.`,
    );
  }
}

/** Brings the tables to the current layout; a migration that is cut short goes on at the next start. */
export async function migrateLayout(dataDir: string, tables: LogTables): Promise<void> {
  const isNew = tables.log.getKeysCount({ limit: 1 }) === 0;
  const layout = tables.counters.get('layout') ?? (isNew ? currentLayout : 1);
  if (layout > currentLayout) throw new NewerLayoutError(dataDir, layout);
  if (layout === 1) await addChecksums(tables);
  if (tables.counters.get('layout') !== currentLayout) await tables.counters.put('layout', currentLayout);
}

/** Positions stay as they are. The heads follow the records in one transaction with the new layout's number. */
async function addChecksums(tables: LogTables): Promise<void> {
  const streams = new Set<string>();
  let start = 0;
  for (let isDone = false; !isDone; ) {
    const step = [...tables.log.getRange({ start, limit: recordsInStep })];
    await tables.root.childTransaction(() => {
      for (const { key, value } of step) {
        const bytes = value[0] === 1 ? withChecksum(key, value) : value;
        if (bytes !== value) tables.log.put(key, bytes);
        const { stream } = decodeRecord(key, bytes);
        streams.add(stream);
        if (stream.startsWith('$$')) streams.add(stream.slice(2));
        start = key + 1;
      }
    });
    isDone = step.length < recordsInStep;
  }
  await rewriteHeads(tables, streams);
}

async function rewriteHeads(tables: LogTables, streams: Iterable<string>): Promise<void> {
  const unpack = tables.root.openDB<StreamHead, Buffer>({ name: 'heads', keyEncoding: 'binary' });
  await tables.root.childTransaction(() => {
    for (const stream of streams) {
      const head = unpack.get(streamKey(stream));
      if (head !== undefined) tables.heads.put(streamKey(stream), encodeHead(stream, head));
    }
    tables.counters.put('layout', currentLayout);
  });
}
