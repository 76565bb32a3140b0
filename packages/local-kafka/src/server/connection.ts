import type { Socket } from 'node:net';
import type { Broker } from '../apis/api.js';
import { MalformedFrame } from '../wire/reader.js';
import { createFrameCutter } from './frames.js';
import { handleRequest } from './request.js';

/** Requests of one connection that may be under way; beyond that, its socket is not read. */
const maxUnderWay = 100;

/** Answers that a client may leave unread, in bytes; beyond that, its socket is not read. */
const maxUnreadBytes = 64 * 1024 * 1024;

/**
 * Serves one connection. Requests start in the order in which they come, and are answered in that order; a frame that
 * can't be understood closes this connection, and no other.
 */
export const serveConnection = (socket: Socket, broker: Broker): void => {
  const cut = createFrameCutter(broker.settings.maxFrameBytes);
  const gone = new AbortController();
  const peer = { host: `/${socket.remoteAddress ?? ''}`, gone: gone.signal };
  let underWay = 0;
  let answered: Promise<void> = Promise.resolve();

  const regulate = (): void => {
    const isBusy = underWay >= maxUnderWay || socket.writableLength > maxUnreadBytes;
    if (isBusy !== socket.isPaused()) {
      if (isBusy) socket.pause();
      else socket.resume();
    }
  };

  const answer = (response: Buffer | null): void => {
    underWay -= 1;
    if (response !== null && !socket.destroyed) socket.write(response);
    regulate();
  };

  const accept = (frame: Buffer): void => {
    const response = handleRequest(broker, frame, peer);
    underWay += 1;
    // Awaited below, but perhaps later than it fails.
    response.catch(() => {});
    answered = answered
      .then(() => response)
      .then(answer)
      .catch((error) => {
        broker.report(error);
        socket.destroy();
      });
  };

  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    try {
      for (const frame of cut(chunk)) accept(frame);
    } catch (error) {
      if (!(error instanceof MalformedFrame)) broker.report(error);
      // Nothing after the broken frame can be trusted. What was asked before it is still carried out.
      socket.destroy();
    }
    regulate();
  });
  socket.on('drain', regulate);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => gone.abort());
};
