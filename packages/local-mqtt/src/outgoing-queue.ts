import { Readable } from 'node:stream';
import type { ClientRef, Key, PacketStore, StoredPacket } from './packet-store.js';
import type { PublishJournal } from './publish-journal.js';

// A queued packet is found by where it came from, and once it has been sent, by its message id.
const byOrigin = (clientId: string, packet: StoredPacket): Key => [
  'outgoing-origin',
  clientId,
  packet.brokerId ?? '',
  packet.brokerCounter ?? 0,
];
const byMessage = (clientId: string, messageId = 0): Key => ['outgoing-message', clientId, messageId];

/** The packets that wait for each persistent session, in the order of arrival, across restarts too. */
export function createOutgoingQueue(store: PacketStore, journal: PublishJournal) {
  let nextArrival = 1;
  for (const { key } of store.entries(['outgoing'])) nextArrival = Math.max(nextArrival, Number(key[2]) + 1);

  /** The arrival numbers of what has been acknowledged and is not off the disk yet: a next connection is not handed it. */
  const lettingGo = new Set<unknown>();

  async function enqueue(clientIds: ReadonlySet<string>, packet: StoredPacket): Promise<void> {
    const journalKey = journal.keyOf(packet);
    if (clientIds.size === 0 && !journalKey) return;
    await store.write(() => {
      if (journalKey) store.remove(journalKey);
      for (const clientId of clientIds) {
        const key: Key = ['outgoing', clientId, nextArrival++];
        store.put(key, { ...packet, messageId: undefined });
        store.put(byOrigin(clientId, packet), key);
      }
    });
  }

  return {
    outgoingEnqueue: (subscription: { clientId: string }, packet: StoredPacket) =>
      enqueue(new Set([subscription.clientId]), packet),
    outgoingEnqueueCombi: (subscriptions: Array<{ clientId: string }>, packet: StoredPacket) =>
      enqueue(new Set(subscriptions.map(({ clientId }) => clientId)), packet),
    async outgoingUpdate(client: ClientRef, packet: StoredPacket): Promise<void> {
      const index = packet.brokerId ? byOrigin(client.id, packet) : byMessage(client.id, packet.messageId);
      await store.write(() => {
        const key = store.read<Key>(index);
        const stored = key && store.read<StoredPacket>(key);
        if (!key || !stored) throw new Error('no such packet');
        const { brokerId, brokerCounter } = stored;
        const isPublish = packet.cmd === 'publish';
        store.put(
          key,
          isPublish ? { ...stored, messageId: packet.messageId } : { ...packet, brokerId, brokerCounter },
        );
        if (stored.messageId !== packet.messageId) store.remove(byMessage(client.id, stored.messageId));
        store.put(byMessage(client.id, packet.messageId), key);
      });
    },
    async outgoingClearMessageId(client: ClientRef, packet: StoredPacket): Promise<StoredPacket | undefined> {
      const index = byMessage(client.id, packet.messageId);
      const key = store.read<Key>(index);
      const stored = key && store.read<StoredPacket>(key);
      if (!key || !stored) return undefined;
      lettingGo.add(key[2]);
      const write = store.write(() => {
        for (const each of [key, index, byOrigin(client.id, stored)]) store.remove(each);
      });
      await write.finally(() => lettingGo.delete(key[2]));
      return stored;
    },
    outgoingStream: (client: ClientRef) =>
      Readable.from(
        store
          .entries<StoredPacket>(['outgoing', client.id])
          .flatMap(({ key, value }) => (lettingGo.has(key[2]) ? [] : [value])),
      ),
  };
}

/** Inside of a transaction. */
export function forgetOutgoing(store: PacketStore, client: ClientRef): void {
  for (const kind of ['outgoing', 'outgoing-origin', 'outgoing-message']) store.removeAll([kind, client.id]);
}
