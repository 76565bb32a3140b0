import type { Socket } from 'node:net';
import { type Broker, HangUp } from '../apis/api.js';
import { apis } from '../apis/registry.js';
import { MalformedFrame } from '../wire/reader.js';
import { createFrameCutter } from './frames.js';
import type { ReadBuffers, ReadMemory } from './read-memory.js';
import { bytesOf, handleRequest } from './request.js';
import type { RequestMemory } from './request-memory.js';

/** Requests of one connection that may be under way; beyond that, its socket is not read. */
const maxUnderWay = 100;

/** Answers that a client may leave unread, in bytes; beyond that, nothing more of it is carried out. */
const maxUnreadBytes = 1024 * 1024;

/** How long a client may take to send the rest of a large request, for which memory is set aside. */
const maxFrameMs = 60_000;

const isBulky = (frame: Buffer): boolean => apis.get(frame.readInt16BE(0))?.isBulky === true;

/**
 * Serves one connection. Requests start in the order in which they come, and are answered in that order; a frame that
 * can't be understood closes this connection, and no other.
 */
class Connection {
  private readonly cutter;
  private readonly gone = new AbortController();
  private underWay = 0;
  private isBulkyUnderWay = false;
  private answered: Promise<void> = Promise.resolve();
  /** A whole frame that can't start yet. */
  private ready: Buffer | null = null;
  private isReading = true;
  /** Gives back the memory of the frame that is coming in; null where none was asked for. */
  private releaseFrame: (() => void) | null = null;
  private isGranted = true;
  private frameTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly broker: Broker,
    private readonly requests: RequestMemory,
    private readonly buffers: ReadBuffers,
  ) {
    this.cutter = createFrameCutter(broker.settings['socket.request.max.bytes']);
    socket.setNoDelay(true);
    socket.setTimeout(broker.settings['connections.max.idle.ms'], () => socket.destroy());
    socket.on('data', (chunk) => {
      this.cutter.add(chunk);
      this.pump();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.end());
  }

  private end(): void {
    this.gone.abort();
    this.ready = null;
    clearTimeout(this.frameTimer);
    this.releaseFrame?.();
    this.releaseFrame = null;
    this.buffers.release();
  }

  /** Starts whatever may start now, and reads on only if there is room for more. */
  private pump(): void {
    try {
      while (!this.socket.destroyed) {
        this.ready ??= this.cutter.next();
        if (this.ready === null || !this.mayStart(this.ready)) break;
        const frame = this.ready;
        this.ready = null;
        this.start(frame);
      }
      this.reserve();
    } catch (error) {
      if (!(error instanceof MalformedFrame)) this.broker.report(error);
      // Nothing after the broken frame can be trusted. What was asked before it is still carried out.
      this.socket.destroy();
    }
    this.regulate();
  }

  /** A large answer waits until those before it are sent, so that a connection holds one of them at most. */
  private mayStart(frame: Buffer): boolean {
    if (this.socket.writableLength > maxUnreadBytes || this.underWay >= maxUnderWay) return false;
    return !isBulky(frame) || (!this.isBulkyUnderWay && this.socket.writableLength === 0);
  }

  private start(frame: Buffer): void {
    const peer = {
      host: `/${this.socket.remoteAddress ?? ''}`,
      gone: this.gone.signal,
      buffers: this.buffers,
    };
    const bulky = isBulky(frame);
    const release = this.takeReservation();
    this.isBulkyUnderWay ||= bulky;
    this.underWay += 1;
    const response = handleRequest(this.broker, frame, peer).finally(release);
    // Awaited below, but perhaps later than it fails.
    response.catch(() => {});
    this.answered = this.answered
      .then(() => response)
      .then((answer) => {
        this.underWay -= 1;
        if (bulky) this.isBulkyUnderWay = false;
        this.send(answer);
      })
      .catch((error) => {
        if (error instanceof HangUp) {
          // What was answered before is still sent.
          this.socket.destroySoon();
          return;
        }
        this.broker.report(error);
        this.socket.destroy();
      });
  }

  private send(answer: Buffer[] | null): void {
    const last = answer?.pop();
    if (answer && last && !this.socket.destroyed) {
      const release = this.broker.answers.hold(bytesOf(answer) + last.length);
      this.socket.cork();
      for (const piece of answer) this.socket.write(piece);
      this.socket.write(last, () => {
        release();
        this.pump();
      });
      this.socket.uncork();
    }
    this.pump();
  }

  /** Asks for the memory of the frame that is coming in, once its length is known. */
  private reserve(): void {
    const { frameBytes } = this.cutter;
    if (this.ready !== null || frameBytes === null || this.releaseFrame !== null) return;
    this.isGranted = false;
    this.releaseFrame = this.requests.request(frameBytes, () => {
      this.isGranted = true;
      this.frameTimer = setTimeout(() => this.socket.destroy(), maxFrameMs);
      this.regulate();
    });
  }

  private takeReservation(): () => void {
    const release = this.releaseFrame ?? (() => {});
    this.releaseFrame = null;
    clearTimeout(this.frameTimer);
    return release;
  }

  private regulate(): void {
    const shouldRead = this.ready === null && this.isGranted;
    if (shouldRead === this.isReading) return;
    this.isReading = shouldRead;
    if (shouldRead) this.socket.resume();
    else this.socket.pause();
  }
}

/** What connections share beside the broker. */
export interface SharedMemory {
  requests: RequestMemory;
  reads: ReadMemory;
}

export const serveConnection = (socket: Socket, broker: Broker, { requests, reads }: SharedMemory): void => {
  new Connection(socket, broker, requests, reads.ofConnection());
};
