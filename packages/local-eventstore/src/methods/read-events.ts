import { setImmediate as nextTurn } from 'node:timers/promises';
import { InvalidFilterError, predicateOf } from '../rules/event-filter.js';
import { earliestReadableMs, firstReadableRevision, isSoftDeleted } from '../rules/truncation.js';
import type { EventLog } from '../storage/event-log.js';
import type { EventRecord } from '../storage/event-record.js';
import type { LogReader, Page, ReadRange } from '../storage/log-reader.js';
import { invalidArgument, streamDeleted } from '../wire/errors.js';
import type { ReadRequestWords, ReadStart } from '../wire/requests.js';
import { lastRevisionResponse, streamNotFoundResponse } from '../wire/responses.js';
import { resolve } from './resolve-link.js';
import { type ResponseOutlet, sendEvent } from './response-outlet.js';

type FiniteRead = ReadRequestWords & { readonly count: number };

/** What to page through: `at` gives an event's place in the range's own measure, a position or a revision. */
interface PagedRead {
  readonly range: ReadRange;
  readonly page: (range: ReadRange) => Page;
  readonly at: (event: EventRecord) => number;
  readonly accepts: ((event: EventRecord) => boolean) | undefined;
  /** Of the stream that is read; undefined for `$all`. */
  readonly lastRevision: number | undefined;
}

/** A read that ends: at its count, or at what was the end when it began, so that writers can't keep it going. */
export async function readEvents(log: EventLog, words: FiniteRead, outlet: ResponseOutlet): Promise<void> {
  const { reader } = log;
  const paged =
    words.stream === undefined
      ? pagedReadOfAll(reader, words)
      : pagedReadOfStream(reader, words, words.stream);
  if (paged === undefined) {
    outlet.send(streamNotFoundResponse(words.stream ?? '$all'));
    return;
  }
  await sendRange(paged, { reader, words, outlet });
  if (words.wantsLastRevision && paged.lastRevision !== undefined) {
    await outlet.send(lastRevisionResponse(paged.lastRevision));
  }
}

async function sendRange(
  paged: PagedRead,
  { reader, words, outlet }: { reader: LogReader; words: FiniteRead; outlet: ResponseOutlet },
): Promise<void> {
  let { range } = paged;
  let left = words.count;
  while (left > 0 && !outlet.ended && range.lowest <= range.highest) {
    const page = paged.page(paged.accepts === undefined ? { ...range, maxEvents: left } : range);
    for (const event of page.events) {
      if (left === 0) return;
      if (paged.accepts !== undefined && !paged.accepts(event)) continue;
      left -= 1;
      const wait = sendEvent(outlet, resolve(reader, event, words), words.uuidForm);
      if (wait !== undefined) await wait;
    }
    const last = page.events.at(-1);
    if (page.isLast || last === undefined) return;
    range = rangeBehind(range, paged.at(last));
    await nextTurn();
  }
}

function rangeBehind(range: ReadRange, place: number): ReadRange {
  return range.direction === 'forwards' ? { ...range, lowest: place + 1 } : { ...range, highest: place - 1 };
}

/** Forwards, the position itself is read; backwards it is not. */
function pagedReadOfAll(reader: LogReader, { from, direction, filter }: FiniteRead): PagedRead {
  const last = reader.lastPosition();
  const range =
    direction === 'forwards'
      ? { direction, lowest: boundOf(from, { start: 0, end: last + 1 }), highest: last }
      : { direction, lowest: 0, highest: Math.min(boundOf(from, { start: 0, end: last + 1 }) - 1, last) };
  return {
    range,
    page: reader.allPage,
    at: (event) => event.position,
    accepts: filter && acceptorOf(filter),
    lastRevision: undefined,
  };
}

/** Undefined where there is no stream to read: never written to, or soft-deleted. */
function pagedReadOfStream(reader: LogReader, words: FiniteRead, stream: string): PagedRead | undefined {
  if (reader.isTombstoned(stream)) throw streamDeleted(stream);
  const head = reader.head(stream);
  if (head === undefined || head.lastRevision < 0 || isSoftDeleted(head.limits)) return undefined;
  const { id, lastRevision, limits } = head;
  const first = firstReadableRevision(limits, lastRevision);
  const { from, direction } = words;
  const range =
    direction === 'forwards'
      ? {
          direction,
          lowest: Math.max(first, boundOf(from, { start: 0, end: lastRevision + 1 })),
          highest: lastRevision,
        }
      : {
          direction,
          lowest: first,
          highest: Math.min(boundOf(from, { start: 0, end: lastRevision }), lastRevision),
        };
  const earliestMs = earliestReadableMs(limits, Date.now());
  return {
    range,
    page: (part) => reader.streamPage({ stream, id }, part),
    at: (event) => event.revision,
    accepts: limits.maxAgeSeconds === undefined ? undefined : (event) => event.createdMs >= earliestMs,
    lastRevision,
  };
}

function boundOf(from: ReadStart, ends: { readonly start: number; readonly end: number }): number {
  return typeof from === 'number' ? from : ends[from];
}

/** The filter as a test; a filter that can't be one is the caller's mistake. */
export function acceptorOf(filter: NonNullable<ReadRequestWords['filter']>): (event: EventRecord) => boolean {
  try {
    return predicateOf(filter);
  } catch (fault) {
    throw fault instanceof InvalidFilterError ? invalidArgument(fault.message) : fault;
  }
}
