import type { eventTypeFilter, excludeSystemEvents, streamNameFilter } from '@eventstore/db-client';
import type { StoreClient } from './store-client.js';

/**
 * A client library under test. Both share the names of their generated messages in one global table, and the first keeps
 * its pending appends in a map of its module: so a process loads one of them, and connects once.
 */
export interface ClientKit {
  readonly name: string;
  /** The connection string of a server on this machine, such as `scheme://127.0.0.1:2113?tls=false`, as this client has it. */
  readonly scheme: string;
  connect(connectionString: string): StoreClient;
  readonly filters: {
    readonly streamName: typeof streamNameFilter;
    readonly eventType: typeof eventTypeFilter;
    readonly withoutSystem: typeof excludeSystemEvents;
  };
}

export const connectTo = (kit: ClientKit, port: number): StoreClient =>
  kit.connect(`${kit.scheme}://127.0.0.1:${port}?tls=false`);
