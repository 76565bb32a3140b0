import { type Findings, sumFindings } from '@bellhop/local-process/soak';
import type { EventStoreDBClient, RecordedEvent, ResolvedEvent } from '@eventstore/db-client';
import { textOf, type WrittenStream } from './writers.js';

const none: Findings = { missing: 0, doubled: 0, torn: 0 };

/** Cheap enough for after each kill: the end of each stream is where it was acknowledged to be, or one append further. */
export async function auditEnds(
  client: EventStoreDBClient,
  streams: readonly WrittenStream[],
): Promise<Findings> {
  const found = streams.map(async ({ name, acknowledged, unanswered, wrongAnswers }) => {
    const [last] = await eventsOf(
      client.readStream(name, { direction: 'backwards', fromRevision: 'end', maxCount: 1 }),
    );
    const count = Number(last?.revision ?? -1n) + 1;
    return {
      missing: Math.max(0, acknowledged.length - count),
      doubled: Math.max(0, count - acknowledged.length - unanswered.length),
      torn: wrongAnswers + (last === undefined || isWhole(last) ? 0 : 1),
    };
  });
  return sumFindings(await Promise.all(found));
}

/** Reads $all and each stream, and compares them with what the writers know, and with each other. */
export async function auditEverything(
  client: EventStoreDBClient,
  streams: readonly WrittenStream[],
): Promise<Findings> {
  const all = await eventsOf(client.readAll());
  const ofStream = new Map<string, RecordedEvent[]>(streams.map(({ name }) => [name, []]));
  for (const event of all) ofStream.get(event.streamId)?.push(event);
  const falling = all.filter((event, at) => at > 0 && !(positionOf(event) > positionOf(all[at - 1]!))).length;
  const found = [{ ...none, torn: falling }];
  for (const stream of streams) {
    const inAll = ofStream.get(stream.name) ?? [];
    const inStream = await eventsOf(client.readStream(stream.name));
    const differing =
      inAll.length === inStream.length
        ? inAll.filter((event, at) => event.id !== inStream[at]?.id).length
        : Math.abs(inAll.length - inStream.length);
    found.push(auditStream(stream, inStream), { ...none, torn: differing });
  }
  return sumFindings(found);
}

/** Revisions have no gaps, each holds what was acknowledged for it, and behind that comes the unanswered append, whole or not. */
function auditStream(
  { acknowledged, unanswered, wrongAnswers }: WrittenStream,
  events: readonly RecordedEvent[],
): Findings {
  const ids = new Set(events.map(({ id }) => id));
  const extra = events.slice(acknowledged.length).map(({ id }) => id);
  const isExtraWhole = extra.length === 0 || extra.join() === unanswered.join();
  const misplaced = events.filter(
    (event, at) =>
      Number(event.revision) !== at || (at < acknowledged.length && event.id !== acknowledged[at]),
  );
  return {
    missing: acknowledged.filter((id) => !ids.has(id)).length,
    doubled: events.length - ids.size,
    torn:
      wrongAnswers +
      misplaced.length +
      (isExtraWhole ? 0 : 1) +
      events.filter((event) => !isWhole(event)).length,
  };
}

function isWhole({ data, revision }: RecordedEvent): boolean {
  const { n, text } = data as { n?: unknown; text?: unknown };
  return n === Number(revision) && text === textOf(Number(revision));
}

const positionOf = ({ position }: RecordedEvent): bigint => position?.commit ?? -1n;

/** Nothing where the stream was never written to. */
async function eventsOf(read: AsyncIterable<ResolvedEvent>): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  try {
    for await (const { event } of read) if (event !== undefined) events.push(event);
  } catch (fault) {
    if ((fault as { type?: string }).type !== 'stream-not-found') throw fault;
  }
  return events;
}
