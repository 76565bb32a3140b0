import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkpointCounter, defaultSearchWindow } from '../rules/checkpoint-counter.js';
import { earliestReadableMs, firstReadableRevision } from '../rules/truncation.js';
import type { EventLog } from '../storage/event-log.js';
import type { EventRecord } from '../storage/event-record.js';
import type { LogReader, Page } from '../storage/log-reader.js';
import { streamDeleted } from '../wire/errors.js';
import type { ReadRequestWords } from '../wire/requests.js';
import {
  caughtUpResponse,
  checkpointResponse,
  confirmationResponse,
  fellBehindResponse,
} from '../wire/responses.js';
import { acceptorOf } from './read-events.js';
import { resolve } from './resolve-link.js';
import { type ResponseOutlet, sendEvent } from './response-outlet.js';
import { WakeSignal } from './wake-signal.js';

/** What a subscription follows. Its cursor is the position or revision of the last event that it has looked at. */
interface Source {
  cursor: number;
  /** The events behind the cursor; throws where the stream has ended for good. */
  next(): Page;
  readonly placeOf: (event: EventRecord) => number;
  readonly accepts: (event: EventRecord) => boolean;
  /** Whether a checkpoint is due after one more event; undefined where the subscription has no filter. */
  readonly checkpointDue: (() => boolean) | undefined;
}

/**
 * A catch-up subscription: pages from storage whether it is behind or live, and sleeps between commits. It ends only
 * with its call, or with StreamDeleted when its stream is tombstoned.
 */
export async function subscribe(
  log: EventLog,
  words: ReadRequestWords,
  outlet: ResponseOutlet,
): Promise<void> {
  const { reader } = log;
  const source =
    words.stream === undefined ? sourceOfAll(reader, words) : sourceOfStream(reader, words, words.stream);
  const signal = new WakeSignal();
  const stopListening = log.onCommit(() => signal.raise());
  outlet.onEnd(() => {
    stopListening();
    signal.raise();
  });
  await outlet.send(confirmationResponse(randomUUID()));
  let live = false;
  while (!outlet.ended) {
    const page = source.next();
    await sendPage(page, source, { reader, words, outlet });
    if (page.isLast) {
      if (!live) await sendCaughtUp(source, outlet);
      live = true;
      await signal.wait();
    } else {
      if (live) await outlet.send(fellBehindResponse());
      live = false;
      await nextTurn();
    }
  }
}

async function sendPage(
  page: Page,
  source: Source,
  { reader, words, outlet }: { reader: LogReader; words: ReadRequestWords; outlet: ResponseOutlet },
): Promise<void> {
  for (const event of page.events) {
    if (outlet.ended) return;
    source.cursor = source.placeOf(event);
    if (source.accepts(event)) {
      const wait = sendEvent(outlet, resolve(reader, event, words), words.uuidForm);
      if (wait !== undefined) await wait;
    }
    if (source.checkpointDue?.()) await outlet.send(checkpointResponse(event.position));
  }
}

async function sendCaughtUp(source: Source, outlet: ResponseOutlet): Promise<void> {
  if (source.checkpointDue !== undefined) await outlet.send(checkpointResponse(source.cursor));
  await outlet.send(caughtUpResponse());
}

function sourceOfAll(reader: LogReader, { from, filter }: ReadRequestWords): Source {
  const counter =
    filter &&
    checkpointCounter({ window: filter.window ?? defaultSearchWindow, multiplier: filter.multiplier });
  return {
    cursor: cursorOf(from, reader.lastPosition()),
    next() {
      return reader.allPage({
        direction: 'forwards',
        lowest: this.cursor + 1,
        highest: Number.MAX_SAFE_INTEGER,
      });
    },
    placeOf: (event) => event.position,
    accepts: filter === undefined ? () => true : acceptorOf(filter),
    checkpointDue: counter && (() => counter.countOne()),
  };
}

/** The stream may not exist yet: then the subscription waits for its first event. */
function sourceOfStream(reader: LogReader, { from }: ReadRequestWords, stream: string): Source {
  let earliestMs = Number.NEGATIVE_INFINITY;
  return {
    cursor: cursorOf(from, reader.head(stream)?.lastRevision ?? -1),
    next() {
      if (reader.isTombstoned(stream)) throw streamDeleted(stream);
      const head = reader.head(stream);
      if (head === undefined) return { events: [], isLast: true };
      earliestMs = earliestReadableMs(head.limits, Date.now());
      const lowest = Math.max(this.cursor + 1, firstReadableRevision(head.limits, head.lastRevision));
      if (lowest > head.lastRevision) return { events: [], isLast: true };
      return reader.streamPage(
        { stream, id: head.id },
        { direction: 'forwards', lowest, highest: head.lastRevision },
      );
    },
    placeOf: (event) => event.revision,
    accepts: (event) => event.createdMs >= earliestMs,
    checkpointDue: undefined,
  };
}

function cursorOf(from: ReadRequestWords['from'], last: number): number {
  if (from === 'start') return -1;
  return from === 'end' ? last : from;
}
