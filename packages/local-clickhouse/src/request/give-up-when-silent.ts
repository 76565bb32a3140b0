import type { IncomingMessage } from 'node:http';
import { refusal } from '../clickhouse-exception.js';

/**
 * Closes the connection of a client that sends nothing for so long while its body is waited for; what reads the body
 * gets SOCKET_TIMEOUT. One whose bytes wait for the engine is not silent.
 */
export function giveUpWhenSilent(request: IncomingMessage, seconds: number): void {
  let bytesSeen = request.socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete) return clearInterval(timer);
    const { bytesRead } = request.socket;
    if (bytesRead === bytesSeen && request.readableLength === 0) {
      request.destroy(refusal('SOCKET_TIMEOUT', `The client sent nothing for ${seconds} s.`));
    }
    bytesSeen = bytesRead;
  }, seconds * 1000);
  request.once('close', () => clearInterval(timer));
}
