export * from './event-store.js';
export type { EventSubscription, SubscribeOptions } from './subscription.js';
