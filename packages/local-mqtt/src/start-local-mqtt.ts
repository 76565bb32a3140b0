import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { lockDataFolder } from '@bellhop/local-process';
import { Aedes, type PublishPacket } from 'aedes';
import { open } from 'lmdb';
import { createBrokerPersistence } from './broker-persistence.js';
import type { Key, StoredPacket } from './packet-store.js';

export interface LocalMqttOptions {
  /** Made if it is not there. One process holds it at a time. */
  readonly dataDir: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface LocalMqtt {
  readonly port: number;
  /** Ends every connection, then frees the port and the data folder. */
  close(): Promise<void>;
}

const heartbeatIntervalMs = 60_000;

/**
 * Starts an MQTT 3.1.1 broker over TCP. Rejects with a DataFolderInUseError when another process holds the folder, and
 * with Node's own error when the port is taken.
 */
export async function startLocalMqtt(options: LocalMqttOptions): Promise<LocalMqtt> {
  const lock = await lockDataFolder('local-mqtt', options.dataDir);
  const database = open<unknown, Key>({ path: join(options.dataDir, 'mqtt.lmdb'), overlappingSync: false });
  const close = async () => {
    await database.close();
    await lock.release();
  };
  const persistence = createBrokerPersistence(database);
  const broker = new Aedes({
    persistence,
    authorizePublish: (_client, packet, done) => {
      if (packet.topic.startsWith('$SYS/'))
        return done(new Error("Topics under $SYS/ are the broker's own."));
      if (packet.qos !== 1) return done(null);
      persistence.accept(packet as unknown as StoredPacket).then(() => done(null), done);
    },
    heartbeatInterval: heartbeatIntervalMs,
    // Room systems name their clients after the room and the property, longer than the 23 characters of MQTT 3.1.
    maxClientsIdLength: 256,
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    broker.handle(socket);
  });
  try {
    await broker.listen();
    for (const packet of persistence.accepted()) await republish(broker, packet);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
    });
  } catch (error) {
    await new Promise<void>((resolve) => broker.close(resolve));
    await close();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await new Promise<void>((resolve) => broker.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await close();
    },
  };
}

function republish(broker: Aedes, packet: StoredPacket): Promise<void> {
  return new Promise((resolve, reject) => {
    broker.publish(packet as unknown as PublishPacket, (error) => (error ? reject(error) : resolve()));
  });
}
