import { randomUUID } from 'node:crypto';
import { decideWrite } from '../rules/expected-revision.js';
import { metadataStreamOf } from '../rules/stream-name.js';
import { isSoftDeleted } from '../rules/truncation.js';
import type { LogReader } from './log-reader.js';
import type { RecentEventIds } from './recent-event-ids.js';
import type { StreamWriter } from './stream-writer.js';
import type { WriteCommand, WriteOutcome } from './write-command.js';

export interface WriteContext {
  readonly reader: LogReader;
  readonly writer: StreamWriter;
  readonly recentIds: RecentEventIds;
  readonly nowMs: () => number;
}

/** Decides a command against the state that the open write transaction sees, and writes what was decided. */
export function executeWrite(context: WriteContext, command: WriteCommand): WriteOutcome {
  if (command.kind === 'append' && context.nowMs() > command.deadlineMs) return { kind: 'deadline-passed' };
  const { reader, recentIds } = context;
  const { stream, expected } = command;
  const head = reader.head(stream);
  const lastRevision = head?.lastRevision ?? -1;
  const eventAt = (revision: number) => head && reader.eventAt({ stream, id: head.id }, revision);
  const decision = decideWrite({
    kind: command.kind,
    expected,
    eventIds: command.kind === 'append' ? command.events.map((event) => event.id) : [randomUUID()],
    stream: {
      lastRevision,
      tombstoned: reader.isTombstoned(stream),
      softDeleted: head !== undefined && isSoftDeleted(head.limits),
      hasMetadata: (reader.head(metadataStreamOf(stream))?.lastRevision ?? -1) >= 0,
    },
    recentRevisionOf: (id) => recentIds.revisionIn(stream, id),
    eventIdAt: (revision) => eventAt(revision)?.id,
  });
  switch (decision.kind) {
    case 'write':
      return writeNow(context.writer, command, lastRevision);
    case 'already-written': {
      const { lastRevision: writtenAt } = decision;
      return { kind: 'written', lastRevision: writtenAt, position: eventAt(writtenAt)?.position };
    }
    case 'wrong-expected-revision':
      return { kind: 'wrong-expected-revision', lastRevision };
    case 'stream-deleted':
      return { kind: 'stream-deleted' };
  }
}

function writeNow(writer: StreamWriter, command: WriteCommand, lastRevision: number): WriteOutcome {
  switch (command.kind) {
    case 'append':
      if (command.events.length === 0) return { kind: 'written', lastRevision, position: undefined };
      return { kind: 'written', ...writer.append(command.stream, command.events) };
    case 'delete':
      return { kind: 'written', ...writer.softDelete(command.stream) };
    case 'tombstone':
      return { kind: 'written', ...writer.tombstone(command.stream) };
  }
}
