import type { Server as HttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** How long a connection may take to say what it speaks. */
const greetingMs = 10_000;

/** Connections beyond this are closed at once. */
const mostConnections = 4096;

/** Clients choose between the two in the handshake, and get as long for it as for their greeting. */
const tlsSettings = { ALPNProtocols: ['h2', 'http/1.1'], handshakeTimeout: greetingMs };

/** The first bytes that HTTP/2 begins with, as far as they tell it from every method of HTTP/1. */
const http2Greeting = Buffer.from('PRI');

/** A certificate, with those that vouch for it behind it, and its key; both as PEM. */
export interface TlsOptions {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsOptions | undefined;
}

export interface ConnectionFront {
  readonly port: number;
  /** Takes no more connections, and ends those that have said nothing yet or speak HTTP/1. */
  close(): void;
}

/** What takes a connection over, with nothing of it read yet. */
export interface ConnectionTakers {
  http2(socket: Socket): void;
  readonly http1: HttpServer;
}

/** Listens on one port for gRPC and HTTP/1, as EventStoreDB does. Rejects with what `net` says where it can't listen. */
export async function listenInFront(
  { host, port: wantedPort, tls }: ListenOptions,
  takers: ConnectionTakers,
): Promise<ConnectionFront> {
  const greeting = new Set<Socket>();
  const accept = (socket: Socket): void => {
    greeting.add(socket);
    sortOut(socket, takers, () => greeting.delete(socket));
  };
  const server =
    tls === undefined
      ? createServer({ noDelay: true }, accept)
      : createTlsServer({ ...tls, noDelay: true, ...tlsSettings }, accept);
  server.maxConnections = mostConnections;
  const port = await listen(server, { host, port: wantedPort });
  return {
    port,
    close() {
      server.close();
      for (const socket of greeting) socket.destroy();
      takers.http1.closeAllConnections();
    },
  };
}

function sortOut(socket: Socket, { http2, http1 }: ConnectionTakers, greeted: () => void): void {
  const leave = (): void => {
    socket.destroy();
  };
  const timer = setTimeout(leave, greetingMs);
  const done = (): void => {
    clearTimeout(timer);
    socket.off('readable', read).off('error', leave).off('end', leave).off('close', done);
    greeted();
  };
  const read = (): void => {
    const bytes: Buffer | null = socket.read();
    if (bytes === null) return;
    socket.unshift(bytes);
    const known = Math.min(bytes.length, http2Greeting.length);
    const isHttp2 = bytes.subarray(0, known).equals(http2Greeting.subarray(0, known));
    if (isHttp2 && known < http2Greeting.length) return;
    done();
    if (isHttp2) http2(socket);
    else http1.emit('connection', socket);
  };
  socket.on('readable', read).on('error', leave).on('end', leave).on('close', done);
}

function listen(server: Server, address: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : address.port);
    });
  });
}
