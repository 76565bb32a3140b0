import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, type JSONEventType, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';
import { type LocalEventStore, startLocalEventStore } from '../local-event-store.js';

export type Noted = JSONEventType<'noted' | 'other', { n: number }>;

/** A store on a free port with data of its own, and one official client of it. */
export interface RunningStore {
  readonly client: EventStoreDBClient;
  readonly port: number;
  readonly dataDir: string;
  readonly store: LocalEventStore;
  stop(): Promise<void>;
}

export async function runStore(): Promise<RunningStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'local-eventstore-'));
  const store = await startLocalEventStore({ dataDir });
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${store.port}?tls=false`);
  return {
    client,
    port: store.port,
    dataDir,
    store,
    async stop() {
      await client.dispose();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function noted(n: number, id: string = randomUUID()) {
  return jsonEvent<Noted>({ type: 'noted', data: { n }, id });
}

export function newStream(kind = 'guest'): string {
  return `${kind}-${randomUUID()}`;
}

export async function collect(events: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const all: ResolvedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The `n` in an event's data; −1 for an event that has none. */
export function numberOf({ event }: ResolvedEvent): number {
  const data = event?.data;
  return typeof data === 'object' && 'n' in data && typeof data.n === 'number' ? data.n : -1;
}

export async function numbersOf(events: AsyncIterable<ResolvedEvent>): Promise<number[]> {
  return (await collect(events)).map(numberOf);
}

export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (fault) {
    return fault;
  }
  throw new Error('It was expected to be rejected.');
}
