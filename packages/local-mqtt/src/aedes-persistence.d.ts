/** The asynchronous memory persistence that aedes 1.x uses by default; the package has types for the older interface only. */
declare module 'aedes-persistence/asyncPersistence.js' {
  interface ClientRef {
    readonly id: string;
  }
  interface Subscription {
    readonly topic: string;
    readonly qos: number;
  }
  export default class MemoryPersistence {
    setup(broker: { id: string }): Promise<void>;
    addSubscriptions(client: ClientRef, subscriptions: readonly Subscription[]): Promise<void>;
    removeSubscriptions(client: ClientRef, topics: readonly string[]): Promise<void>;
    cleanSubscriptions(client: ClientRef): Promise<void>;
    subscriptionsByClient(client: ClientRef): Promise<Subscription[]>;
    subscriptionsByTopic(topic: string): Promise<Array<Subscription & { clientId: string }>>;
    countOffline(): Promise<{ subsCount: number; clientsCount: number }>;
    getClientList(topic: string): import('node:stream').Readable;
    destroy(): Promise<void>;
  }
}
