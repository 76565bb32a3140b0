import type { Groups } from '../coordinator/groups.js';
import type { Loading } from '../coordinator/loading.js';
import type { Offsets } from '../coordinator/offsets.js';
import type { Transactions } from '../coordinator/transactions.js';
import type { Topics } from '../log/topics.js';
import type { AnswerMemory } from '../server/answer-memory.js';
import type { ReadBuffers } from '../server/read-memory.js';
import type { Settings } from '../settings.js';
import type { Store } from '../storage/store.js';
import type { Codec } from '../wire/codec.js';
import { ErrorCode, ProtocolError } from '../wire/error-code.js';

/** What the APIs work on. */
export interface Broker {
  nodeId: number;
  clusterId: string;
  address: { host: string; port: number };
  settings: Settings;
  store: Store;
  topics: Topics;
  groups: Groups;
  offsets: Offsets;
  transactions: Transactions;
  loading: Loading;
  answers: AnswerMemory;
  /** Takes a fault that no client is to blame for. */
  report(error: unknown): void;
  /** What ApiVersions lists. */
  supported: { key: number; minVersion: number; maxVersion: number }[];
}

/** Thrown where the protocol has no answer to give, and a client learns of an error only by losing its connection. */
export class HangUp extends Error {
  override name = 'HangUp';
}

export interface Caller {
  version: number;
  clientId: string;
  clientHost: string;
  /** Aborts when the connection is gone. */
  gone: AbortSignal;
  /** For what is read of the log. Only for bulky APIs: until the answer is sent, nothing else may use them. */
  buffers: ReadBuffers;
}

/**
 * One API: its messages in all served versions, and what it does. A handler must make its changes to memory before its
 * first await: requests of one connection start in order, and only their answers wait for each other.
 */
export interface Api<Request, Response> {
  key: number;
  name: string;
  minVersion: number;
  maxVersion: number;
  /** The first version with compact encodings and tagged fields; none has them without it. */
  flexibleSince?: number;
  /** The first version in which a fenced producer is told PRODUCER_FENCED; before, INVALID_PRODUCER_EPOCH (KIP-588). */
  fencedSince?: number;
  /** Its answer may be large: one of a connection runs at a time, once what was answered before is sent. */
  isBulky?: boolean;
  request: Codec<Request>;
  response: Codec<Response>;
  /** Null where the protocol wants no answer. */
  handle(broker: Broker, request: Request, caller: Caller): Response | null | Promise<Response | null>;
  /** The answer when handling it threw. */
  failed(request: Request, code: number): Response;
}

export const isFlexible = (api: { flexibleSince?: number }, version: number): boolean =>
  version >= (api.flexibleSince ?? Number.POSITIVE_INFINITY);

export const defineApi = <Request, Response>(api: Api<Request, Response>): Api<Request, Response> => api;

/** The code and message that an error is answered with. What the protocol does not know is −1. */
export const answerOf = (error: unknown): { code: number; message: string } =>
  error instanceof ProtocolError
    ? { code: error.code, message: error.message }
    : { code: ErrorCode.unknownServerError, message: 'the broker failed; see its log' };

/** 0, or the code of the ProtocolError that `check` throws. Other errors pass. */
export const codeOf = (check: () => void): number => {
  try {
    check();
    return ErrorCode.none;
  } catch (error) {
    if (error instanceof ProtocolError) return error.code;
    throw error;
  }
};

/** Answers each partition of each topic with what `answer` makes of it. */
export const perPartition = <P, R>(
  topics: { name: string; partitions: P[] }[],
  answer: (topic: string, partition: P) => R,
): { name: string; partitions: R[] }[] =>
  topics.map(({ name, partitions }) => ({ name, partitions: partitions.map((it) => answer(name, it)) }));

/** Each partition once, however often a request names it: what an answer costs must not grow with that. */
export const distinctPartitions = (
  topics: { name: string; partitions: number[] }[],
): { name: string; partitions: number[] }[] => {
  const byName = new Map<string, Set<number>>();
  for (const { name, partitions } of topics) {
    const indexes = byName.get(name) ?? new Set();
    for (const index of partitions) indexes.add(index);
    byName.set(name, indexes);
  }
  return [...byName].map(([name, indexes]) => ({ name, partitions: [...indexes] }));
};
