export * from './event-store.js';
export * from './history.js';
export type { StoredEvent } from './stored-event.js';
export type { EventSubscription, SubscribeOptions } from './subscription.js';
