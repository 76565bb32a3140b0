import type { AnswerContext } from '../answer/answer-context.js';
import type { Engine } from '../engine/engine.js';

/** What a query that is worth running only for its client needs to know of it. */
export interface ClientWait {
  /** Aborted when the client has gone: a query that has not been started need not be. */
  readonly signal: AbortSignal;
  /** Stops the query, whose answer has become impossible. */
  cancel(): void;
}

const againMs = 500;

/**
 * Aborts the signal and cancels the query when the client goes before its answer is out. A query that has just been
 * started is not in the engine's list yet, so it is cancelled again until it has ended.
 */
export async function whileClientWaits<T>(
  engine: Engine,
  { request: { socket }, response, queryId }: AnswerContext,
  work: (wait: ClientWait) => Promise<T>,
): Promise<T> {
  const gone = new AbortController();
  let again: NodeJS.Timeout | undefined;
  const kill = () => void engine.kill(queryId).catch(() => undefined);
  const cancel = () => {
    gone.abort();
    kill();
    again ??= setInterval(kill, againMs);
  };
  const cancelUnlessAnswered = () => {
    if (!response.writableEnded) cancel();
  };
  // Not the response's: it has no socket while it waits for another's on its connection.
  if (socket.destroyed) cancelUnlessAnswered();
  else socket.once('close', cancelUnlessAnswered);
  try {
    return await work({ signal: gone.signal, cancel });
  } finally {
    clearInterval(again);
    socket.off('close', cancelUnlessAnswered);
  }
}
