import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { asCallError } from '../wire/errors.js';
import type { OpenCalls } from './open-calls.js';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** The sending side of a read. It holds no more than gRPC's own buffer: who sends waits for a slow reader. */
export class ResponseOutlet {
  readonly #call: ReadCall;
  readonly #endListeners = new Set<() => void>();
  #ended = false;
  #draining: Promise<void> | undefined;

  constructor(call: ReadCall) {
    this.#call = call;
    call.once('cancelled', () => this.#markEnded());
    call.once('close', () => this.#markEnded());
  }

  /** True once the client went away or the server ended the call; nothing needs to be sent then. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Sends; undefined where more may follow at once, otherwise a promise to wait for first. */
  send(response: ReadResp): Promise<void> | undefined {
    if (this.#ended || this.#call.write(response)) return undefined;
    this.#draining ??= this.#drained().then(() => {
      this.#draining = undefined;
    });
    return this.#draining;
  }

  /** Calls back once when the call ends, whichever side ends it. */
  onEnd(listener: () => void): void {
    if (this.#ended) listener();
    else this.#endListeners.add(listener);
  }

  /** Ends the call in good order. */
  finish(): void {
    if (!this.#ended) this.#call.end();
  }

  /** Ends the call with the status that the fault stands for. */
  fail(fault: unknown): void {
    if (this.#ended) return;
    this.#markEnded();
    this.#call.emit('error', asCallError(fault));
  }

  #markEnded(): void {
    this.#ended = true;
    for (const listener of this.#endListeners) listener();
    this.#endListeners.clear();
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        this.#call.off('drain', go);
        this.#endListeners.delete(go);
        resolve();
      };
      this.#call.once('drain', go);
      this.#endListeners.add(go);
    });
  }
}

/** Runs a read to its end and closes the call with what came of it. */
export async function runRead(
  call: ReadCall,
  openCalls: OpenCalls,
  read: (outlet: ResponseOutlet) => Promise<void>,
): Promise<void> {
  const outlet = new ResponseOutlet(call);
  const forget = openCalls.add((reason) => outlet.fail(reason));
  try {
    await read(outlet);
    outlet.finish();
  } catch (fault) {
    outlet.fail(fault);
  } finally {
    forget();
  }
}
