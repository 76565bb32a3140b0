import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { asCallError } from '../wire/errors.js';
import type { OpenCalls } from './open-calls.js';

/** The sending side of a read. It holds no more than gRPC's own buffer: who sends waits for a slow reader. */
export interface ResponseOutlet {
  /** True once the client went away or the server ended the call; nothing needs to be sent then. */
  readonly ended: boolean;
  /** Sends; undefined where more may follow at once, otherwise a promise to wait for first. */
  send(response: ReadResp): Promise<void> | undefined;
  /** Calls back once when the call ends, whichever side ends it. */
  onEnd(listener: () => void): void;
}

/** Runs a read to its end and closes the call with what came of it. */
export async function runRead(
  call: ServerWritableStream<ReadReq, ReadResp>,
  openCalls: OpenCalls,
  read: (outlet: ResponseOutlet) => Promise<void>,
): Promise<void> {
  const listeners = new Set<() => void>();
  let ended = false;
  let draining: Promise<void> | undefined;
  const markEnded = (): void => {
    ended = true;
    for (const listener of listeners) listener();
    listeners.clear();
  };
  const fail = (fault: unknown): void => {
    if (ended) return;
    markEnded();
    call.emit('error', asCallError(fault));
  };
  call.once('cancelled', markEnded);
  call.once('close', markEnded);
  const forget = openCalls.add(fail);
  const outlet: ResponseOutlet = {
    get ended() {
      return ended;
    },
    send(response) {
      if (ended || call.write(response)) return undefined;
      draining ??= drained(call, listeners).then(() => {
        draining = undefined;
      });
      return draining;
    },
    onEnd: (listener) => {
      if (ended) listener();
      else listeners.add(listener);
    },
  };
  try {
    await read(outlet);
    if (!ended) call.end();
  } catch (fault) {
    fail(fault);
  } finally {
    forget();
  }
}

function drained(
  call: ServerWritableStream<ReadReq, ReadResp>,
  endListeners: Set<() => void>,
): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      call.off('drain', go);
      endListeners.delete(go);
      resolve();
    };
    call.once('drain', go);
    endListeners.add(go);
  });
}
