import { ErrorCode } from '../wire/error-code.js';

/** API keys of what a group's coordinator answers: commits, offsets, joining, beating, leaving, syncing. */
const groupApis = [8, 9, 11, 12, 13, 14, 28];
/** And of what a transaction's coordinator answers. */
const initProducerId = 22;
const endTxn = 26;
const transactionApis = [initProducerId, 24, 25, endTxn];
const findCoordinator = 10;

/** How long a cluster still writes the markers of a transaction after it has ended, in milliseconds. */
const markersMs = 20;

interface CoordinatedRequest {
  group?: string;
  groups?: { group: string }[];
  transactionalId?: string | null;
  key?: string;
  keyType?: number;
}

/** Null where a request needs no coordinator. */
const coordinatedBy = (apiKey: number, request: CoordinatedRequest): string | null => {
  if (apiKey === findCoordinator) return `${request.keyType === 1 ? 'transaction' : 'group'} ${request.key}`;
  if (groupApis.includes(apiKey)) return `group ${request.group || request.groups?.[0]?.group}`;
  const isTransaction = transactionApis.includes(apiKey) && (request.transactionalId ?? null) !== null;
  return isTransaction ? `transaction ${request.transactionalId}` : null;
};

/**
 * Makes this broker answer as a cluster does where a group or a transactional id is used for the first time, for tests of
 * clients: for a third of `loadingMs` there is no coordinator (15), then it loads (14), then it has moved (16). After the end
 * of a transaction, the next one is refused for a moment (51). With 0, nothing is ever refused.
 */
export const createLoading = (loadingMs: number) => {
  const firstUseMs = new Map<string, number>();
  const endedMs = new Map<string, number>();
  return {
    /** The error that a request is answered with instead, or none. */
    refusalOf(apiKey: number, request: unknown): ErrorCode {
      const name = loadingMs > 0 ? coordinatedBy(apiKey, request as CoordinatedRequest) : null;
      if (name === null) return ErrorCode.none;
      const nowMs = performance.now();
      const since = nowMs - (firstUseMs.get(name) ?? nowMs);
      if (since === 0) firstUseMs.set(name, nowMs);
      if (apiKey === findCoordinator)
        return since < loadingMs / 3 ? ErrorCode.coordinatorNotAvailable : ErrorCode.none;
      if (since < (2 * loadingMs) / 3) return ErrorCode.coordinatorLoadInProgress;
      if (since < loadingMs) return ErrorCode.notCoordinator;
      if (apiKey === endTxn) endedMs.set(name, nowMs);
      else if (nowMs - (endedMs.get(name) ?? -markersMs) < markersMs) return ErrorCode.concurrentTransactions;
      return ErrorCode.none;
    },
  };
};

export type Loading = ReturnType<typeof createLoading>;
