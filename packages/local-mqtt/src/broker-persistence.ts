import { Readable } from 'node:stream';
import MemoryPersistence from 'aedes-persistence/asyncPersistence.js';
import type { RootDatabase } from 'lmdb';
import { matchesTopic } from './topic-filter.js';

/** A packet as aedes keeps it: a publish, or the `pubrel` that follows one of QoS 2. */
export interface StoredPacket {
  cmd: string;
  topic?: string;
  payload?: Buffer | string;
  qos?: number;
  messageId?: number | undefined;
  brokerId?: string;
  brokerCounter?: number;
  [field: string]: unknown;
}

interface ClientRef {
  readonly id: string;
}

interface StoredSubscription {
  readonly topic: string;
  readonly qos: number;
  readonly [field: string]: unknown;
}

export type Key = Array<string | number>;

/** Sorts behind every key that begins with the prefix: numbers and strings come before it in lmdb's order. */
const past = (prefix: Key): Key => [...prefix, '\u{10ffff}'];

/**
 * What aedes 1.x asks of a persistence (its asynchronous interface, aedes-persistence 11), on LMDB: every promise
 * resolves after the write is synced to disk. Subscriptions are also held in aedes's own matcher in memory. Queued
 * packets are kept in the order of arrival, across restarts too.
 *
 * aedes acknowledges a QoS 1 publish before it queues it, and takes a stored QoS 2 publish for a queued one. So both are
 * first put into a journal, `accept`, which the queueing clears in its own transaction; what a dead broker left there is
 * published again at the next start.
 */
export function createBrokerPersistence(database: RootDatabase<unknown, Key>) {
  const matcher = new MemoryPersistence();
  let broker: { id: string } | undefined;
  let nextArrival = 1;

  const write = async (change: () => void): Promise<void> => {
    await database.transaction(change);
  };
  const read = <T>(key: Key) => database.get(key) as T | undefined;
  const entries = <T>(prefix: Key) =>
    [...database.getRange({ start: prefix, end: past(prefix) })] as Array<{ key: Key; value: T }>;
  const values = <T>(prefix: Key): T[] => entries<T>(prefix).map(({ value }) => value);
  const removeAll = (prefix: Key) => {
    for (const { key } of entries(prefix)) database.remove(key);
  };

  // A queued packet is found by where it came from, and once it has been sent, by its message id.
  const byOrigin = (clientId: string, packet: StoredPacket): Key => [
    'outgoing-origin',
    clientId,
    packet.brokerId ?? '',
    packet.brokerCounter ?? 0,
  ];
  const byMessage = (clientId: string, messageId = 0): Key => ['outgoing-message', clientId, messageId];

  // aedes wraps a packet in a new one on its way to the queue, and only the payload stays the same object.
  const journalKeys = new WeakMap<object, Key>();
  let nextAccepted = 1;

  function journal(packet: StoredPacket): void {
    packet.payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload ?? '');
    const key: Key = ['accepted', nextAccepted++];
    journalKeys.set(packet.payload, key);
    database.put(key, { ...packet });
  }

  async function enqueue(clientIds: ReadonlySet<string>, packet: StoredPacket): Promise<void> {
    const journalKey = typeof packet.payload === 'object' ? journalKeys.get(packet.payload) : undefined;
    if (clientIds.size === 0 && !journalKey) return;
    await write(() => {
      if (journalKey) database.remove(journalKey);
      for (const clientId of clientIds) {
        const key: Key = ['outgoing', clientId, nextArrival++];
        database.put(key, { ...packet, messageId: undefined });
        database.put(byOrigin(clientId, packet), key);
      }
    });
  }

  return {
    async setup(own: { id: string }): Promise<void> {
      broker = own;
      await matcher.setup(own);
      for (const { key, value } of entries<StoredSubscription>(['subscription'])) {
        await matcher.addSubscriptions({ id: String(key[1]) }, [value]);
      }
      for (const { key } of entries(['outgoing'])) nextArrival = Math.max(nextArrival, Number(key[2]) + 1);
    },

    /** Resolves when a QoS 1 publish may be acknowledged. */
    async accept(packet: StoredPacket): Promise<void> {
      const subscribers = await matcher.subscriptionsByTopic(packet.topic ?? '');
      if (subscribers.length > 0 || packet.retain) await write(() => journal(packet));
    },
    /** What was accepted and not queued, in order; publishing each of these objects clears it. */
    accepted(): StoredPacket[] {
      return entries<StoredPacket>(['accepted']).map(({ key, value }) => {
        nextAccepted = Math.max(nextAccepted, Number(key[1]) + 1);
        if (typeof value.payload === 'object') journalKeys.set(value.payload, key);
        return value;
      });
    },

    async storeRetained(packet: StoredPacket): Promise<void> {
      const key: Key = ['retained', packet.topic ?? ''];
      await write(() => {
        if ((packet.payload?.length ?? 0) === 0) database.remove(key);
        else database.put(key, { ...packet });
      });
    },
    createRetainedStream: (pattern: string) => retained([pattern]),
    createRetainedStreamCombi: (patterns: string[]) => retained(patterns),

    async addSubscriptions(client: ClientRef, subscriptions: StoredSubscription[]): Promise<void> {
      await write(() => {
        for (const subscription of subscriptions) {
          database.put(['subscription', client.id, subscription.topic], { ...subscription });
        }
      });
      await matcher.addSubscriptions(client, subscriptions);
    },
    async removeSubscriptions(client: ClientRef, topics: string[]): Promise<void> {
      await write(() => {
        for (const topic of topics) database.remove(['subscription', client.id, topic]);
      });
      await matcher.removeSubscriptions(client, topics);
    },
    subscriptionsByClient: (client: ClientRef) => matcher.subscriptionsByClient(client),
    subscriptionsByTopic: (topic: string) => matcher.subscriptionsByTopic(topic),
    countOffline: () => matcher.countOffline(),
    async cleanSubscriptions(client: ClientRef): Promise<void> {
      await write(() => {
        removeAll(['subscription', client.id]);
        for (const kind of ['outgoing', 'outgoing-origin', 'outgoing-message']) removeAll([kind, client.id]);
      });
      await matcher.cleanSubscriptions(client);
    },
    getClientList: (topic: string) => matcher.getClientList(topic),

    outgoingEnqueue: (subscription: { clientId: string }, packet: StoredPacket) =>
      enqueue(new Set([subscription.clientId]), packet),
    outgoingEnqueueCombi: (subscriptions: Array<{ clientId: string }>, packet: StoredPacket) =>
      enqueue(new Set(subscriptions.map(({ clientId }) => clientId)), packet),
    async outgoingUpdate(client: ClientRef, packet: StoredPacket): Promise<void> {
      const index = packet.brokerId ? byOrigin(client.id, packet) : byMessage(client.id, packet.messageId);
      await write(() => {
        const key = read<Key>(index);
        const stored = key && read<StoredPacket>(key);
        if (!key || !stored) throw new Error('no such packet');
        const { brokerId, brokerCounter } = stored;
        const isPublish = packet.cmd === 'publish';
        database.put(
          key,
          isPublish ? { ...stored, messageId: packet.messageId } : { ...packet, brokerId, brokerCounter },
        );
        if (stored.messageId !== packet.messageId) database.remove(byMessage(client.id, stored.messageId));
        database.put(byMessage(client.id, packet.messageId), key);
      });
    },
    async outgoingClearMessageId(client: ClientRef, packet: StoredPacket): Promise<StoredPacket | undefined> {
      const index = byMessage(client.id, packet.messageId);
      const key = read<Key>(index);
      const stored = key && read<StoredPacket>(key);
      if (!key || !stored) return undefined;
      await write(() => {
        for (const each of [key, index, byOrigin(client.id, stored)]) database.remove(each);
      });
      return stored;
    },
    outgoingStream: (client: ClientRef) => Readable.from(values<StoredPacket>(['outgoing', client.id])),

    async incomingStorePacket(client: ClientRef, packet: StoredPacket): Promise<void> {
      await write(() => {
        journal(packet);
        database.put(['incoming', client.id, packet.messageId ?? 0], { ...packet });
      });
    },
    async incomingGetPacket(client: ClientRef, packet: StoredPacket): Promise<StoredPacket> {
      const stored = read<StoredPacket>(['incoming', client.id, packet.messageId ?? 0]);
      if (!stored) throw new Error('no such packet');
      return stored;
    },
    async incomingDelPacket(client: ClientRef, packet: StoredPacket): Promise<void> {
      await write(() => void database.remove(['incoming', client.id, packet.messageId ?? 0]));
    },
    cleanIncoming: (client: ClientRef) => write(() => removeAll(['incoming', client.id])),

    async putWill(client: ClientRef, packet: StoredPacket): Promise<void> {
      Object.assign(packet, { brokerId: broker?.id, clientId: client.id });
      await write(() => void database.put(['will', client.id], { ...packet }));
    },
    getWill: async (client: ClientRef) => read<StoredPacket>(['will', client.id]),
    async delWill(client: ClientRef): Promise<StoredPacket | undefined> {
      const will = read<StoredPacket>(['will', client.id]);
      if (will) await write(() => void database.remove(['will', client.id]));
      return will;
    },
    streamWill: (brokers: Record<string, unknown> = {}) =>
      Readable.from(values<StoredPacket>(['will']).filter((will) => !brokers[will.brokerId ?? ''])),

    destroy: () => matcher.destroy(),
  };

  function retained(patterns: string[]): Readable {
    const packets = values<StoredPacket>(['retained']);
    return Readable.from(
      patterns.flatMap((pattern) => packets.filter((packet) => matchesTopic(pattern, packet.topic ?? ''))),
    );
  }
}
