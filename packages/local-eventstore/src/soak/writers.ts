import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, type JSONEventType, jsonEvent } from '@eventstore/db-client';

type Counted = JSONEventType<'counted', { n: number; text: string }>;

/** A stream with one writer. It outlives the connections. */
export interface WrittenStream {
  readonly name: string;
  readonly expects: 'revision' | 'any';
  readonly eventsInAppend: number;
  /** The id at each revision. */
  readonly acknowledged: string[];
  /** The ids of the append that has no answer yet; it is repeated as it was. */
  unanswered: string[];
  /** Answers that can't be: refusals of what only this writer writes, and other revisions than those that follow. */
  wrongAnswers: number;
}

export const writtenStream = (expects: 'revision' | 'any', eventsInAppend: number): WrittenStream => ({
  name: `soak-${expects}-${eventsInAppend}`,
  expects,
  eventsInAppend,
  acknowledged: [],
  unanswered: [],
  wrongAnswers: 0,
});

/** A filling whose length follows from the number, so that a torn event shows. */
export const textOf = (n: number): string => 'x'.repeat((n * 37) % 400);

/** Appends to its stream until the server is gone; resolves then. What fails before is thrown. */
export async function writeUntilKilled(
  client: EventStoreDBClient,
  stream: WrittenStream,
  killed: AbortSignal,
): Promise<void> {
  const { name, expects, eventsInAppend, acknowledged } = stream;
  for (;;) {
    if (stream.unanswered.length === 0)
      stream.unanswered = Array.from({ length: eventsInAppend }, () => randomUUID());
    const first = acknowledged.length;
    const events = stream.unanswered.map((id, index) => {
      const n = first + index;
      return jsonEvent<Counted>({ id, type: 'counted', data: { n, text: textOf(n) } });
    });
    const last = BigInt(first - 1);
    const expectedRevision = expects === 'any' ? 'any' : last < 0n ? 'no_stream' : last;
    try {
      const answer = await client.appendToStream(name, events, { expectedRevision });
      if (answer.nextExpectedRevision !== last + BigInt(eventsInAppend)) stream.wrongAnswers += 1;
    } catch (fault) {
      if ((fault as { type?: string }).type === 'wrong-expected-version') stream.wrongAnswers += 1;
      if (killed.aborted) return;
      throw fault;
    }
    acknowledged.push(...stream.unanswered);
    stream.unanswered = [];
  }
}
