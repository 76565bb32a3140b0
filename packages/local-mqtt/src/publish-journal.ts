import type { Key, PacketStore, StoredPacket } from './packet-store.js';

/**
 * Publishes that were accepted and are not queued yet. aedes acknowledges a QoS 1 publish before it queues it, and takes a
 * stored QoS 2 publish for a queued one: a broker killed in between would lose either.
 */
export function createPublishJournal(store: PacketStore) {
  // aedes wraps a packet in a new one on its way to the queue, and only the payload stays the same object.
  const keys = new WeakMap<object, Key>();
  let next = 1;
  return {
    /** Inside of a transaction. */
    add(packet: StoredPacket): void {
      packet.payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload ?? '');
      const key: Key = ['accepted', next++];
      keys.set(packet.payload, key);
      store.put(key, { ...packet });
    },
    keyOf: ({ payload }: StoredPacket) => (typeof payload === 'object' ? keys.get(payload) : undefined),
    /** What a dead broker left, in order; queueing each of these very objects clears it. */
    left(): StoredPacket[] {
      return store.entries<StoredPacket>(['accepted']).map(({ key, value }) => {
        next = Math.max(next, Number(key[1]) + 1);
        if (typeof value.payload === 'object') keys.set(value.payload, key);
        return value;
      });
    },
  };
}

export type PublishJournal = ReturnType<typeof createPublishJournal>;
