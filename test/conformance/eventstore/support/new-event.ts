import { randomUUID } from 'node:crypto';
import type { BinaryEventData, JSONEventData, ResolvedEvent } from '@eventstore/db-client';

/** What the clients' own `jsonEvent` and `binaryEvent` make; the two of them can't be loaded side by side. */
export type NewEvent = JSONEventData | BinaryEventData;

export const json = (data: unknown, metadata?: unknown, type = 'noted'): JSONEventData => ({
  id: randomUUID(),
  contentType: 'application/json',
  type,
  data: data as JSONEventData['data'],
  metadata: metadata as JSONEventData['metadata'],
});

export const binary = (data: Uint8Array, metadata?: unknown, type = 'noted'): BinaryEventData => ({
  id: randomUUID(),
  contentType: 'application/octet-stream',
  type,
  data,
  metadata: metadata as BinaryEventData['metadata'],
});

export const newStream = (kind = 'guest'): string => `${kind}-${randomUUID()}`;

export const noted = (n: number, id: string = randomUUID(), type = 'noted'): NewEvent => ({
  ...json({ n }, undefined, type),
  id,
});

export const notedFrom = (first: number, count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => noted(first + index));

export const linkTo = (target: string): NewEvent => binary(Buffer.from(target), undefined, '$>');

/** The `n` of each event; undefined where an event is missing or has none. */
export const numbersOf = (events: readonly ResolvedEvent[]): unknown[] =>
  events.map(({ event }) => (event?.data as { n?: unknown } | undefined)?.n);
