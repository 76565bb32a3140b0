import { LRUCache } from 'lru-cache';
import type { EventStore, NewEvent } from './event-store.js';
import type { StoredEvent } from './stored-event.js';

/** What a stream folds to. */
export interface Folded<State> {
  state: State;
  /** The revision of the last event in it; -1 for a stream that is not there yet. */
  revision: number;
}

export interface History<State> {
  /** The state of a stream: from memory, or read and folded. It may be behind what others have appended since. */
  load(stream: string): Promise<Folded<State>>;
  /** The state of a stream up to at least a revision: reads on from where memory ends. */
  loadUpTo(stream: string, revision: number): Promise<Folded<State>>;
  /** Appends to what `on` was decided from. Throws WrongRevision, and forgets the stream, when others appended meanwhile. */
  append(stream: string, on: Folded<State>, events: readonly NewEvent[]): Promise<Folded<State>>;
}

export interface HistoryOptions<State> {
  store: EventStore;
  initial: State;
  evolve: (state: State, event: Pick<StoredEvent, 'type' | 'data'>) => State;
  /** How many streams are kept in memory. */
  maxStreams: number;
}

/** Streams as states. Memory is only ever a shortcut: the expected revision of an append proves that it was right. */
export function createHistory<State>({
  store,
  initial,
  evolve,
  maxStreams,
}: HistoryOptions<State>): History<State> {
  const memory = new LRUCache<string, Folded<State>>({ max: maxStreams });

  const fold = (
    from: Folded<State>,
    events: readonly Pick<StoredEvent, 'type' | 'data'>[],
  ): Folded<State> => ({
    state: events.reduce(evolve, from.state),
    revision: from.revision + events.length,
  });
  const readOn = async (stream: string, from: Folded<State>) => {
    const folded = fold(from, await store.read(stream, from.revision + 1));
    memory.set(stream, folded);
    return folded;
  };
  const nothing: Folded<State> = { state: initial, revision: -1 };
  return {
    load: async (stream) => memory.get(stream) ?? readOn(stream, nothing),
    loadUpTo: async (stream, revision) => {
      const known = memory.get(stream) ?? nothing;
      return known.revision >= revision ? known : readOn(stream, known);
    },
    append: async (stream, on, events) => {
      try {
        await store.append(stream, on.revision, events);
      } catch (error) {
        memory.delete(stream);
        throw error;
      }
      const folded = fold(on, events);
      memory.set(stream, folded);
      return folded;
    },
  };
}
