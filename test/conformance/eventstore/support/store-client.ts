import type { EventStoreDBClient, Filter, ResolvedEvent, StreamMetadata } from '@eventstore/db-client';
import { type FollowedSubscription, follow } from './followed-subscription.js';
import type { NewEvent } from './new-event.js';

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;
/** Neither client can send `stream_exists` with a delete. */
type ExpectedAtDelete = Exclude<Expected, 'stream_exists'>;

export interface AppendOptions {
  readonly expected?: Expected;
  readonly deadline?: number;
  /** An append with credentials goes through `Append`, one without through `BatchAppend`. */
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly batchAppendSize?: number;
}

export interface ReadOptions {
  readonly from?: 'start' | 'end' | bigint;
  readonly backwards?: boolean;
  readonly maxCount?: number;
  readonly resolveLinkTos?: boolean;
  readonly requiresLeader?: boolean;
  readonly filter?: Filter;
  readonly credentials?: { readonly username: string; readonly password: string };
}

/** What both clients can do, under one set of names. Positions are commit positions. */
export interface StoreClient {
  append(
    stream: string,
    events: readonly NewEvent[],
    options?: AppendOptions,
  ): Promise<{ success: boolean; revision: bigint; position: bigint | undefined }>;
  read(stream: string, options?: ReadOptions): Promise<ResolvedEvent[]>;
  readAll(options?: ReadOptions): Promise<ResolvedEvent[]>;
  subscribe(stream: string, options?: ReadOptions): FollowedSubscription;
  subscribeAll(options?: ReadOptions): FollowedSubscription;
  remove(stream: string, expected?: ExpectedAtDelete): Promise<bigint | undefined>;
  tombstone(stream: string, expected?: ExpectedAtDelete): Promise<bigint | undefined>;
  setMetadata(stream: string, metadata: StreamMetadata): Promise<unknown>;
  metadata(stream: string): Promise<Record<string, unknown> | undefined>;
  /** What a WrongExpectedVersionError of this client tells of both. */
  mismatch(expected: Expected, actual: Expected): object;
  dispose(): Promise<void>;
  /** For what only some tests ask of it. */
  readonly raw: EventStoreDBClient;
}

export function storeClient(
  client: EventStoreDBClient,
  expectedOption: 'expectedRevision' | 'streamState',
): StoreClient {
  const expectingRevision = (expectedRevision: ExpectedAtDelete | undefined) =>
    expectedRevision === undefined ? {} : { expectedRevision };
  const expecting = (expected: Expected | undefined) =>
    expected === undefined ? {} : { [expectedOption]: expected };
  return {
    raw: client,
    async append(stream, events, { expected, ...options } = {}) {
      const answer = await client.appendToStream(stream, [...events], {
        ...options,
        ...expecting(expected),
      });
      return {
        success: answer.success,
        revision: answer.nextExpectedRevision,
        position: answer.position?.commit,
      };
    },
    read: (stream, options) => collect(client.readStream(stream, streamOptions(options))),
    readAll: (options) => collect(client.readAll(allOptions(options))),
    subscribe: (stream, options) => follow(client.subscribeToStream(stream, streamOptions(options))),
    subscribeAll: (options) => follow(client.subscribeToAll(allOptions(options))),
    remove: async (stream, expected) =>
      (await client.deleteStream(stream, expectingRevision(expected))).position?.commit,
    tombstone: async (stream, expected) =>
      (await client.tombstoneStream(stream, expectingRevision(expected))).position?.commit,
    setMetadata: (stream, metadata) => client.setStreamMetadata(stream, metadata),
    metadata: async (stream) => (await client.getStreamMetadata(stream)).metadata,
    mismatch: (expected, actual) =>
      expectedOption === 'streamState'
        ? { expectedState: expected, actualState: actual }
        : { expectedVersion: expected, actualVersion: actual },
    dispose: () => client.dispose(),
  };
}

function streamOptions({ from, backwards, ...options }: ReadOptions = {}) {
  return { ...options, ...directionOf(backwards), ...(from === undefined ? {} : { fromRevision: from }) };
}

function allOptions({ from, backwards, ...options }: ReadOptions = {}) {
  const fromPosition = typeof from === 'bigint' ? { commit: from, prepare: from } : from;
  return { ...options, ...directionOf(backwards), ...(fromPosition === undefined ? {} : { fromPosition }) };
}

const directionOf = (backwards: boolean | undefined) =>
  backwards === undefined ? {} : { direction: backwards ? ('backwards' as const) : ('forwards' as const) };

async function collect(events: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const all: ResolvedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
