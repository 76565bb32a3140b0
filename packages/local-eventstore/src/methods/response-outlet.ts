import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { asCallError } from '../wire/errors.js';
import { eventResponse, type ResolvedEvent } from '../wire/responses.js';
import type { OpenCalls } from './open-calls.js';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** What waits to be sent to one reader, with the event that goes beyond it; gRPC's own buffer bounds only the messages. */
const mostHeldBytes = 64 * 1024;

/** The sending side of a read: who sends waits for a slow reader. */
export class ResponseOutlet {
  readonly #call: ReadCall;
  readonly #endListeners = new Set<() => void>();
  #ended = false;
  #heldBytes = 0;

  constructor(call: ReadCall) {
    this.#call = call;
    call.once('cancelled', () => this.#markEnded());
    call.once('close', () => this.#markEnded());
  }

  /** True once the client went away or the server ended the call; nothing needs to be sent then. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Sends; undefined where more may follow at once, otherwise a promise to wait for first. `bytes` is about its size. */
  send(response: ReadResp, bytes = 0): Promise<void> | undefined {
    if (this.#ended) return undefined;
    this.#heldBytes += bytes;
    const { writableLength, writableHighWaterMark } = this.#call;
    if (this.#heldBytes < mostHeldBytes && writableLength + 1 < writableHighWaterMark) {
      this.#call.write(response);
      return undefined;
    }
    this.#heldBytes = 0;
    return this.#sent(response);
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

  /** Sends, and resolves when this and everything before it has left, or the call has ended. */
  #sent(response: ReadResp): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        this.#endListeners.delete(go);
        resolve();
      };
      this.#endListeners.add(go);
      this.#call.write(response, go);
    });
  }
}

/** Sends an event as `ResponseOutlet.send` does. */
export function sendEvent(
  outlet: ResponseOutlet,
  resolved: ResolvedEvent,
  uuidForm: 'structured' | 'string',
): Promise<void> | undefined {
  const bytes = sizeOf(resolved.event) + sizeOf(resolved.link);
  return outlet.send(eventResponse(resolved, uuidForm), bytes);
}

const sizeOf = (event: ResolvedEvent['event']): number =>
  event === undefined ? 0 : event.data.length + event.metadata.length;

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
