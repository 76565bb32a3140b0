import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const API_KEYS = { Produce: 0, EndTxn: 26, OffsetCommit: 8 } as const;

export interface CuttingProxy {
  port: number;
  /** Where connections go from now on. */
  forwardTo(brokerPort: number): void;
  /** How often a connection was cut. */
  readonly cuts: number;
  /** The next request of this kind reaches the broker; when the broker answers, the connection is cut instead. */
  cutNextAnswerTo(api: keyof typeof API_KEYS): void;
  close(): Promise<void>;
}

/**
 * Stands between clients and a broker whose `advertised.listeners` names it, and loses answers. It looks at the first bytes that a client writes at a time:
 * with one request in flight, these are the beginning of a request.
 */
export async function startCuttingProxy(): Promise<CuttingProxy> {
  let wanted: number | undefined;
  let cuts = 0;
  let brokerPort = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const broker = connect(brokerPort, '127.0.0.1');
    let isDoomed = false;
    client.on('data', (bytes) => {
      if (wanted !== undefined && bytes.length >= 6 && bytes.readInt16BE(4) === wanted) {
        isDoomed = true;
        wanted = undefined;
      }
      broker.write(bytes);
    });
    broker.on('data', (bytes) => {
      if (!isDoomed) return client.write(bytes);
      cuts += 1;
      client.destroy();
      return broker.destroy();
    });
    for (const [socket, other] of [
      [client, broker],
      [broker, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    forwardTo(port) {
      brokerPort = port;
    },
    get cuts() {
      return cuts;
    },
    cutNextAnswerTo(api) {
      wanted = API_KEYS[api];
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
