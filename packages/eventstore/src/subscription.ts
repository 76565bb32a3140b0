import { setTimeout as delay } from 'node:timers/promises';
import { type EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { type StoredEvent, storedEvent } from './stored-event.js';

export interface SubscribeOptions {
  /** The commit position of the last event that was handled; undefined for the beginning. */
  after: number | undefined;
  /** Only streams whose names begin with one of these. */
  streamPrefixes: readonly string[];
  /** The most events of a batch. */
  maxBatch: number;
  /** How long more events are waited for before a batch that is not full is handed out; milliseconds. */
  lingerMs?: number;
}

/** Batches of events in order of position. Ends when closed; throws when the server drops the subscription. */
export interface EventSubscription extends AsyncIterable<StoredEvent[]> {
  close(): Promise<void>;
}

/** How many batches may wait here before the server is held back. */
const WAITING_BATCHES = 4;

/** Gathers what arrives while the reader is busy into its next batch. */
export function subscribeToEvents(
  client: EventStoreDBClient,
  { after, streamPrefixes, maxBatch, lingerMs = 0 }: SubscribeOptions,
): EventSubscription {
  const waiting: StoredEvent[] = [];
  let failure: unknown;
  let ended = false;
  let wake: () => void = () => undefined;
  const subscription = client.subscribeToAll({
    fromPosition: after === undefined ? START : { commit: BigInt(after), prepare: BigInt(after) },
    filter: streamNameFilter({ prefixes: [...streamPrefixes] }),
  });
  subscription
    .on('data', (resolved) => {
      const event = storedEvent(resolved);
      if (event) waiting.push(event);
      if (waiting.length >= maxBatch * WAITING_BATCHES) subscription.pause();
      wake();
    })
    .on('error', (error) => {
      failure = error;
      wake();
    })
    .on('end', () => {
      ended = true;
      wake();
    });
  return {
    async *[Symbol.asyncIterator]() {
      while (true) {
        if (waiting.length > 0) {
          if (waiting.length < maxBatch && lingerMs > 0) await delay(lingerMs);
          yield waiting.splice(0, maxBatch);
          if (waiting.length < maxBatch) subscription.resume();
        } else if (failure) throw failure;
        else if (ended) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close: async () => {
      ended = true;
      await subscription.unsubscribe();
      wake();
    },
  };
}
