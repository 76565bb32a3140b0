import { isMetadataStream, metadataStreamOf, streamOfMetadata } from '../rules/stream-name.js';
import { DamagedDataError } from './damaged-data-error.js';
import { decodeRecord, type EventRecord } from './event-record.js';
import { headOf, type LogTables } from './log-tables.js';
import type { StreamHead } from './stream-head.js';

/** A page ends after this many events or bytes, so that one reader neither holds the loop nor fills the memory. */
const pageEvents = 256;
const pageBytes = 256 * 1024;

export interface Page {
  readonly events: readonly EventRecord[];
  /** True where nothing lies behind the page within the bounds that were asked for. */
  readonly isLast: boolean;
}

/** A stream, and the id under which its revisions are kept. */
export interface StreamPlace {
  readonly stream: string;
  readonly id: number;
}

export type Direction = 'forwards' | 'backwards';

/** A range of positions or revisions; both ends are part of it. */
export interface ReadRange {
  readonly direction: Direction;
  readonly lowest: number;
  readonly highest: number;
  /** At most this many events; a page has a bound of its own too. */
  readonly maxEvents?: number;
}

/**
 * Reads pages of what is committed. Nothing here waits, so a page is one consistent view. Throws DamagedDataError where
 * what lies on disk is not what was written.
 */
export interface LogReader {
  head(stream: string): StreamHead | undefined;
  /** True where the stream, or the one whose metadata it holds, was tombstoned. */
  isTombstoned(stream: string): boolean;
  allPage(range: ReadRange): Page;
  streamPage(stream: StreamPlace, range: ReadRange): Page;
  eventAt(stream: StreamPlace, revision: number): EventRecord | undefined;
  /** The metadata document of a stream, as it was last written. */
  metadataOf(stream: string): Uint8Array | undefined;
  /** The position of the last event in the log. */
  lastPosition(): number;
}

export function createLogReader(tables: LogTables): LogReader {
  const read = (position: number): EventRecord => {
    const bytes = tables.log.get(position);
    if (bytes === undefined) throw new DamagedDataError(`The log has no record at position ${position}.`);
    return decodeRecord(position, bytes);
  };
  /** The revisions table carries no checksums of its own, so the record has to be the one that was asked for. */
  const readIn = (stream: string, revision: number, position: number): EventRecord => {
    const event = read(position);
    if (event.stream === stream && event.revision === revision) return event;
    throw new DamagedDataError(`Revision ${revision} of the stream '${stream}' is not where it was written.`);
  };
  const eventAt = ({ stream, id }: StreamPlace, revision: number): EventRecord | undefined => {
    const position = tables.revisions.get([id, revision]);
    return position === undefined ? undefined : readIn(stream, revision, position);
  };
  return {
    head: (stream) => headOf(tables, stream),
    isTombstoned: (stream) =>
      headOf(tables, stream)?.tombstoned === true ||
      (isMetadataStream(stream) && headOf(tables, streamOfMetadata(stream))?.tombstoned === true),
    allPage(range) {
      const entries = tables.log.getRange(inclusiveBounds(range, (position) => position));
      return pageOf(entries, range, ({ key, value }) => decodeRecord(key, value));
    },
    streamPage({ stream, id }, range) {
      const bounds = inclusiveBounds<[number, number]>(range, (revision) => [id, revision]);
      const page = pageOf(tables.revisions.getRange(bounds), range, ({ key, value }) =>
        readIn(stream, key[1], value),
      );
      refuseGaps(stream, page, range);
      return page;
    },
    eventAt,
    metadataOf(stream) {
      const metadataStream = metadataStreamOf(stream);
      const head = headOf(tables, metadataStream);
      return head && eventAt({ stream: metadataStream, id: head.id }, head.lastRevision)?.data;
    },
    lastPosition() {
      for (const position of tables.log.getKeys({ reverse: true, limit: 1 })) return position;
      return -1;
    },
  };
}

/** Nothing is ever taken out of a stream, so a page that lacks a revision tells of a lost part of the table. */
function refuseGaps(
  stream: string,
  { events, isLast }: Page,
  { direction, lowest, highest }: ReadRange,
): void {
  const revisionAt = (index: number): number => (direction === 'forwards' ? lowest + index : highest - index);
  const isWhole = !isLast || events.length === highest - lowest + 1;
  if (isWhole && events.every(({ revision }, index) => revision === revisionAt(index))) return;
  throw new DamagedDataError(`The stream '${stream}' lacks revisions between ${lowest} and ${highest}.`);
}

/** LMDB ranges include their start and exclude their end; one event more than a page tells whether it is the last. */
function inclusiveBounds<Key>(range: ReadRange, keyOf: (n: number) => Key) {
  const { direction, lowest, highest } = range;
  const limit = eventsInPage(range) + 1;
  return direction === 'forwards'
    ? { start: keyOf(lowest), end: keyOf(highest + 1), limit }
    : { start: keyOf(highest), end: keyOf(lowest - 1), reverse: true, limit };
}

function eventsInPage({ maxEvents }: ReadRange): number {
  return Math.min(pageEvents, maxEvents ?? pageEvents);
}

function pageOf<Entry>(
  entries: Iterable<Entry>,
  range: ReadRange,
  decode: (entry: Entry) => EventRecord,
): Page {
  const events: EventRecord[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (events.length >= eventsInPage(range) || bytes >= pageBytes) return { events, isLast: false };
    const event = decode(entry);
    events.push(event);
    bytes += event.data.length + event.metadata.length;
  }
  return { events, isLast: true };
}
