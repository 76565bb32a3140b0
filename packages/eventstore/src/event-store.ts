import {
  type AllStreamRecordedEvent,
  type AppendExpectedRevision,
  BACKWARDS,
  END,
  type EventData,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  type ReadPosition,
  type ResolvedEvent,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type StoredEvent, storedEvent } from './stored-event.js';
import { type EventSubscription, type SubscribeOptions, subscribeToEvents } from './subscription.js';

/** An event to append. Its id makes the append idempotent. */
export interface NewEvent {
  id: string;
  type: string;
  data: object;
}

/** Somebody else appended first: read again, decide again. */
export class WrongRevision extends Error {
  override name = 'WrongRevision';
  readonly code = 'wrong-revision';
  readonly retryable = true;
}

export interface EventStore {
  /** The events of a stream in order, from a revision on; empty where there is no such stream. */
  read(stream: string, fromRevision?: number): Promise<StoredEvent[]>;
  /**
   * Appends events, all or none. `expectedRevision` is the revision of the last event that the decision was made on, and
   * -1 for a stream that is not there yet. Returns the revision of the last event. Throws WrongRevision.
   */
  append(stream: string, expectedRevision: number, events: readonly NewEvent[]): Promise<number>;
  /** Catch-up subscription on $all, in batches. */
  subscribe(options: SubscribeOptions): EventSubscription;
  /** The commit position of the newest event of streams with these prefixes; undefined where there is none. */
  lastPosition(streamPrefixes: readonly string[]): Promise<number | undefined>;
  close(): Promise<void>;
}

const APPEND_DEADLINE_MS = 10_000;

/**
 * A client of EventStoreDB. Make one a process: the client keeps pending batch appends in a map of its module, so that
 * one client's broken stream would fail another's append.
 */
export function connectEventStore(connectionString: string): EventStore {
  const client = EventStoreDBClient.connectionString(connectionString);
  return {
    read: (stream, fromRevision = 0) => readStream(client, stream, fromRevision),
    append: async (stream, expectedRevision, events) => {
      const expected: AppendExpectedRevision = expectedRevision < 0 ? NO_STREAM : BigInt(expectedRevision);
      const batch = events.map(
        ({ id, type, data }) => jsonEvent({ id, type, data: data as Record<string, unknown> }) as EventData,
      );
      try {
        const result = await client.appendToStream(stream, batch, {
          expectedRevision: expected,
          deadline: APPEND_DEADLINE_MS,
        });
        return Number(result.nextExpectedRevision);
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) {
          throw new WrongRevision(`${stream} is not at revision ${expectedRevision}`, { cause: error });
        }
        throw error;
      }
    },
    subscribe: (options) => subscribeToEvents(client, options),
    lastPosition: (streamPrefixes) => lastPosition(client, streamPrefixes),
    close: () => client.dispose(),
  };
}

async function readStream(
  client: EventStoreDBClient,
  stream: string,
  fromRevision: number,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  try {
    for await (const resolved of client.readStream(stream, {
      direction: FORWARDS,
      fromRevision: BigInt(fromRevision),
    })) {
      const event = storedEvent(resolved as ResolvedEvent);
      if (event) events.push(event);
    }
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    throw error;
  }
  return events;
}

const PAGE = 32;

/** Reads back page by page: a read that is left before its end would keep the client from closing. */
async function lastPosition(
  client: EventStoreDBClient,
  streamPrefixes: readonly string[],
): Promise<number | undefined> {
  let fromPosition: ReadPosition = END;
  for (;;) {
    const page: AllStreamRecordedEvent[] = [];
    for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition, maxCount: PAGE })) {
      if (event) page.push(event);
    }
    const ours = page.find(({ streamId }) => streamPrefixes.some((prefix) => streamId.startsWith(prefix)));
    const oldest = page.at(-1);
    if (ours || !oldest) return ours && Number(ours.position.commit);
    fromPosition = oldest.position;
  }
}
