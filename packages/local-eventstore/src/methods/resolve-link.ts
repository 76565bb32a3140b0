import { linkTargetOf } from '../rules/link.js';
import { earliestReadableMs, firstReadableRevision } from '../rules/truncation.js';
import type { EventRecord } from '../storage/event-record.js';
import type { LogReader } from '../storage/log-reader.js';
import type { ReadRequestWords } from '../wire/requests.js';
import type { ResolvedEvent } from '../wire/responses.js';

/**
 * What a reader gets for an event: a link is followed one step, where the reader asked for that, to what a read of its
 * stream would give now. Other events stand for themselves.
 */
export function resolve(
  reader: LogReader,
  event: EventRecord,
  { resolveLinks }: Pick<ReadRequestWords, 'resolveLinks'>,
): ResolvedEvent {
  const target = resolveLinks ? linkTargetOf(event) : undefined;
  if (target === undefined) return { event, link: undefined };
  return { event: readableEvent(reader, target.stream, target.revision), link: event };
}

function readableEvent(reader: LogReader, stream: string, revision: number): EventRecord | undefined {
  const head = reader.head(stream);
  if (head === undefined || reader.isTombstoned(stream)) return undefined;
  if (revision < firstReadableRevision(head.limits, head.lastRevision)) return undefined;
  const event = reader.eventAt({ stream, id: head.id }, revision);
  return event === undefined || event.createdMs < earliestReadableMs(head.limits, Date.now())
    ? undefined
    : event;
}
