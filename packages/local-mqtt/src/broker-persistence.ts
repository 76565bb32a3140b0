import { Readable } from 'node:stream';
import MemoryPersistence from 'aedes-persistence/asyncPersistence.js';
import type { RootDatabase } from 'lmdb';
import { createOutgoingQueue } from './outgoing-queue.js';
import {
  type ClientRef,
  createPacketStore,
  type Key,
  type PacketStore,
  type StoredPacket,
} from './packet-store.js';
import { createPublishJournal, type PublishJournal } from './publish-journal.js';
import { createSubscriptions } from './subscriptions.js';
import { matchesTopic } from './topic-filter.js';

/**
 * What aedes 1.x asks of a persistence (its asynchronous interface, aedes-persistence 11), on LMDB: every promise
 * resolves after the write is synced to disk. Beyond that, `accept` keeps a QoS 1 publish before it is acknowledged, and
 * `accepted` gives back what a dead broker had accepted and not queued.
 */
export function createBrokerPersistence(database: RootDatabase<unknown, Key>) {
  const store = createPacketStore(database);
  const journal = createPublishJournal(store);
  const matcher = new MemoryPersistence();
  const { load, ...subscriptions } = createSubscriptions(store, matcher);
  let broker: { id: string } | undefined;

  return {
    async setup(own: { id: string }): Promise<void> {
      broker = own;
      await matcher.setup(own);
      await load();
    },
    /** Resolves when a QoS 1 publish may be acknowledged. */
    async accept(packet: StoredPacket): Promise<void> {
      const subscribers = await matcher.subscriptionsByTopic(packet.topic ?? '');
      if (subscribers.length > 0 || packet.retain) await store.write(() => journal.add(packet));
    },
    accepted: () => journal.left(),
    ...subscriptions,
    ...createOutgoingQueue(store, journal),
    ...incomingPackets(store, journal),
    ...retainedPackets(store),
    ...wills(store, () => broker?.id),
    destroy: () => matcher.destroy(),
  };
}

/** QoS 2 publishes whose hand-over is not finished. */
function incomingPackets(store: PacketStore, journal: PublishJournal) {
  return {
    async incomingStorePacket(client: ClientRef, packet: StoredPacket): Promise<void> {
      await store.write(() => {
        journal.add(packet);
        store.put(['incoming', client.id, packet.messageId ?? 0], { ...packet });
      });
    },
    async incomingGetPacket(client: ClientRef, packet: StoredPacket): Promise<StoredPacket> {
      const stored = store.read<StoredPacket>(['incoming', client.id, packet.messageId ?? 0]);
      if (!stored) throw new Error('no such packet');
      return stored;
    },
    async incomingDelPacket(client: ClientRef, packet: StoredPacket): Promise<void> {
      await store.write(() => store.remove(['incoming', client.id, packet.messageId ?? 0]));
    },
    cleanIncoming: (client: ClientRef) => store.write(() => store.removeAll(['incoming', client.id])),
  };
}

function wills(store: PacketStore, brokerId: () => string | undefined) {
  return {
    async putWill(client: ClientRef, packet: StoredPacket): Promise<void> {
      Object.assign(packet, { brokerId: brokerId(), clientId: client.id });
      await store.write(() => store.put(['will', client.id], { ...packet }));
    },
    getWill: async (client: ClientRef) => store.read<StoredPacket>(['will', client.id]),
    async delWill(client: ClientRef): Promise<StoredPacket | undefined> {
      const will = store.read<StoredPacket>(['will', client.id]);
      if (will) await store.write(() => store.remove(['will', client.id]));
      return will;
    },
    streamWill: (brokers: Record<string, unknown> = {}) =>
      Readable.from(store.values<StoredPacket>(['will']).filter((will) => !brokers[will.brokerId ?? ''])),
  };
}

function retainedPackets(store: PacketStore) {
  function retained(patterns: string[]): Readable {
    const packets = store.values<StoredPacket>(['retained']);
    return Readable.from(
      patterns.flatMap((pattern) => packets.filter((packet) => matchesTopic(pattern, packet.topic ?? ''))),
    );
  }

  return {
    async storeRetained(packet: StoredPacket): Promise<void> {
      const key: Key = ['retained', packet.topic ?? ''];
      await store.write(() => {
        if ((packet.payload?.length ?? 0) === 0) store.remove(key);
        else store.put(key, { ...packet });
      });
    },
    createRetainedStream: (pattern: string) => retained([pattern]),
    createRetainedStreamCombi: (patterns: string[]) => retained(patterns),
  };
}
