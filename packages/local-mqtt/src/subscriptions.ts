import type MemoryPersistence from 'aedes-persistence/asyncPersistence.js';
import { forgetOutgoing } from './outgoing-queue.js';
import type { ClientRef, PacketStore, StoredSubscription } from './packet-store.js';

/** Subscriptions of persistent sessions: on disk, and in aedes's own matcher, which finds them by topic. */
export function createSubscriptions(store: PacketStore, matcher: MemoryPersistence) {
  return {
    async load(): Promise<void> {
      for (const { key, value } of store.entries<StoredSubscription>(['subscription'])) {
        await matcher.addSubscriptions({ id: String(key[1]) }, [value]);
      }
    },
    async addSubscriptions(client: ClientRef, subscriptions: StoredSubscription[]): Promise<void> {
      await store.write(() => {
        for (const subscription of subscriptions) {
          store.put(['subscription', client.id, subscription.topic], { ...subscription });
        }
      });
      await matcher.addSubscriptions(client, subscriptions);
    },
    async removeSubscriptions(client: ClientRef, topics: string[]): Promise<void> {
      await store.write(() => {
        for (const topic of topics) store.remove(['subscription', client.id, topic]);
      });
      await matcher.removeSubscriptions(client, topics);
    },
    subscriptionsByClient: (client: ClientRef) => matcher.subscriptionsByClient(client),
    subscriptionsByTopic: (topic: string) => matcher.subscriptionsByTopic(topic),
    countOffline: () => matcher.countOffline(),
    async cleanSubscriptions(client: ClientRef): Promise<void> {
      await store.write(() => {
        store.removeAll(['subscription', client.id]);
        forgetOutgoing(store, client);
      });
      await matcher.cleanSubscriptions(client);
    },
    getClientList: (topic: string) => matcher.getClientList(topic),
  };
}
