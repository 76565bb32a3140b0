import { decodeRecord } from './event-record.js';
import { executeWrite } from './execute-write.js';
import { GroupCommit } from './group-commit.js';
import { migrateLayout } from './layout.js';
import { createLogReader, type LogReader } from './log-reader.js';
import { type LogTables, openLogTables } from './log-tables.js';
import { RecentEventIds } from './recent-event-ids.js';
import { createStreamWriter, type LogEnd } from './stream-writer.js';
import type { WriteCommand, WriteOutcome } from './write-command.js';
import { writeFault } from './write-fault.js';

/** How many written event ids are remembered for retries without an explicit revision, restarts included. */
const rememberedEventIds = 65_536;

/** How much of the log is read for them at start, so that large events don't delay it. */
const recalledBytes = 64 * 1024 * 1024;

/** The durable log of all streams. */
export interface EventLog {
  readonly reader: LogReader;
  /** Resolves after the write is synced to disk; rejects where the disk failed, with nothing written. */
  write(command: WriteCommand): Promise<WriteOutcome>;
  /** Calls back after each commit until the returned function is called. */
  onCommit(listener: () => void): () => void;
  /** Resolves when the writes under way are settled. */
  settled(): Promise<void>;
  /** Settles the writes under way, then closes the files. */
  close(): Promise<void>;
}

export async function openEventLog({
  dataDir,
  nowMs = Date.now,
}: {
  dataDir: string;
  nowMs?: () => number;
}): Promise<EventLog> {
  const tables = openLogTables(dataDir);
  try {
    await migrateLayout(dataDir, tables);
    return await openOn(tables, { dataDir, nowMs });
  } catch (fault) {
    await tables.root.close();
    throw fault;
  }
}

async function openOn(
  tables: LogTables,
  { dataDir, nowMs }: { dataDir: string; nowMs: () => number },
): Promise<EventLog> {
  const reader = createLogReader(tables);
  const recentIds = new RecentEventIds(rememberedEventIds);
  const end: LogEnd = { nextPosition: 0 };
  const writer = createStreamWriter({ tables, reader, recentIds, end, nowMs });
  const context = { reader, writer, recentIds, nowMs };
  const listeners = new Set<() => void>();

  async function commitGroup(commands: readonly WriteCommand[]): Promise<WriteOutcome[]> {
    const outcomes = await writeGroup(commands);
    // A reader that is woken now must not read from a snapshot taken before this commit.
    tables.root.resetReadTxn();
    for (const listener of listeners) listener();
    return outcomes;
  }

  /** After a failed transaction what memory says of the log is no longer true, so it is read again. */
  async function writeGroup(commands: readonly WriteCommand[]): Promise<WriteOutcome[]> {
    try {
      return await tables.root.childTransaction(() =>
        commands.map((command) => executeWrite(context, command)),
      );
    } catch (fault) {
      tables.root.resetReadTxn();
      recallEnd(tables, recentIds, end);
      throw await writeFault(dataDir, fault);
    }
  }
  const groups = new GroupCommit<WriteCommand, WriteOutcome>(commitGroup);

  recallEnd(tables, recentIds, end);
  if (end.nextPosition === 0) await groups.submit(firstEvent);
  return {
    reader,
    write: (command) => groups.submit(command),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => groups.settled(),
    async close() {
      await groups.settled();
      await tables.root.close();
    },
  };
}

/** EventStoreDB's log begins with its own record too: position 0 is never a user's event. */
const firstEvent: WriteCommand = {
  kind: 'append',
  stream: '$epoch-information',
  expected: 'no_stream',
  deadlineMs: Number.POSITIVE_INFINITY,
  events: [
    {
      id: '00000000-0000-4000-8000-000000000000',
      type: '$epoch-information',
      isJson: true,
      data: Buffer.from('{}'),
      metadata: new Uint8Array(),
    },
  ],
};

/** Finds where the log ends, and fills the memory of recent event ids from its latest records, oldest first. */
function recallEnd(tables: LogTables, recentIds: RecentEventIds, end: LogEnd): void {
  recentIds.clear();
  end.nextPosition = 0;
  const latest: { id: string; stream: string; revision: number }[] = [];
  let bytes = 0;
  for (const { key, value } of tables.log.getRange({ reverse: true, limit: rememberedEventIds })) {
    if (latest.length === 0) end.nextPosition = key + value.length;
    const { id, stream, revision } = decodeRecord(key, value);
    latest.push({ id, stream, revision });
    bytes += value.length;
    if (bytes > recalledBytes) break;
  }
  for (const { id, stream, revision } of latest.reverse()) recentIds.remember(id, { stream, revision });
}
