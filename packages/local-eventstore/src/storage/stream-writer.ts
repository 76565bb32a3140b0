import { randomUUID } from 'node:crypto';
import { isMetadataStream, metadataStreamOf, streamOfMetadata } from '../rules/stream-name.js';
import {
  isSoftDeleted,
  readLimitsOf,
  recreatedMetadataJson,
  softDeletedMetadataJson,
} from '../rules/truncation.js';
import { type EventRecord, encodeRecord } from './event-record.js';
import type { LogReader } from './log-reader.js';
import { type LogTables, streamKey } from './log-tables.js';
import type { RecentEventIds } from './recent-event-ids.js';
import { encodeHead, type StreamHead } from './stream-head.js';
import type { ProposedEvent } from './write-command.js';

/** EventStoreDB gives the event that ends a stream the revision 2^63 − 1; as a double that is 2^63. */
const tombstoneRevision = 2 ** 63;

/** Where the next event goes. */
export interface LogEnd {
  nextPosition: number;
}

export interface Placed {
  readonly lastRevision: number;
  readonly position: number;
}

/** Writes into the tables inside the write transaction that is open at the time. It decides nothing. */
export interface StreamWriter {
  /** Adds at least one event to a stream, and brings the stream back where it was soft-deleted. */
  append(stream: string, events: readonly ProposedEvent[]): Placed;
  /** Hides all events of a stream until it is written to again. */
  softDelete(stream: string): Placed;
  /** Ends a stream for good. */
  tombstone(stream: string): Placed;
}

export function createStreamWriter(dependencies: {
  readonly tables: LogTables;
  readonly reader: LogReader;
  readonly recentIds: RecentEventIds;
  readonly end: LogEnd;
  readonly nowMs: () => number;
}): StreamWriter {
  const { tables, reader, recentIds, end, nowMs } = dependencies;

  function newHead(): StreamHead {
    const id = (tables.counters.get('lastStreamId') ?? 0) + 1;
    tables.counters.put('lastStreamId', id);
    return { id, lastRevision: -1, tombstoned: false, limits: {} };
  }
  const headOrNew = (stream: string): StreamHead => reader.head(stream) ?? newHead();
  const keepHead = (stream: string, head: StreamHead): void => {
    tables.heads.put(streamKey(stream), encodeHead(stream, head));
  };

  function putRecord(streamId: number, record: Omit<EventRecord, 'position'>): number {
    const position = end.nextPosition;
    const bytes = encodeRecord({ ...record, position });
    end.nextPosition += bytes.length;
    tables.log.put(position, bytes);
    tables.revisions.put([streamId, record.revision], position);
    recentIds.remember(record.id, { stream: record.stream, revision: record.revision });
    return position;
  }

  function addEvents(stream: string, events: readonly ProposedEvent[]): Placed {
    const head = headOrNew(stream);
    const createdMs = nowMs();
    let revision = head.lastRevision;
    let position = -1;
    for (const event of events) {
      revision += 1;
      position = putRecord(head.id, { ...event, stream, revision, createdMs, isTombstone: false });
    }
    keepHead(stream, { ...head, lastRevision: revision });
    const last = events.at(-1);
    if (isMetadataStream(stream) && last !== undefined) applyMetadata(streamOfMetadata(stream), last.data);
    return { lastRevision: revision, position };
  }

  function applyMetadata(stream: string, document: Uint8Array): void {
    keepHead(stream, { ...headOrNew(stream), limits: readLimitsOf(document) });
  }

  function addMetadata(stream: string, document: Uint8Array): Placed {
    const event = {
      id: randomUUID(),
      type: '$metadata',
      isJson: true,
      data: document,
      metadata: new Uint8Array(),
    };
    return addEvents(metadataStreamOf(stream), [event]);
  }

  /** The stream numbers on from where it was, and `$tb` keeps what was deleted hidden. */
  function recreate(stream: string, head: StreamHead): void {
    const document = reader.metadataOf(stream) ?? new Uint8Array();
    addMetadata(stream, recreatedMetadataJson(document, head.lastRevision + 1));
  }

  return {
    append(stream, events) {
      const head = reader.head(stream);
      if (head !== undefined && isSoftDeleted(head.limits)) recreate(stream, head);
      const describedHead = isMetadataStream(stream) ? reader.head(streamOfMetadata(stream)) : undefined;
      const placed = addEvents(stream, events);
      if (describedHead !== undefined && isSoftDeleted(describedHead.limits)) {
        recreate(streamOfMetadata(stream), describedHead);
      }
      return placed;
    },
    softDelete: (stream) => addMetadata(stream, Buffer.from(softDeletedMetadataJson)),
    tombstone(stream) {
      const head = headOrNew(stream);
      const position = putRecord(head.id, {
        stream,
        revision: tombstoneRevision,
        id: randomUUID(),
        type: '$streamDeleted',
        isJson: false,
        isTombstone: true,
        createdMs: nowMs(),
        data: new Uint8Array(),
        metadata: new Uint8Array(),
      });
      keepHead(stream, { ...head, tombstoned: true });
      return { lastRevision: head.lastRevision, position };
    },
  };
}
