import type { EventStoreDBClient } from '@eventstore/db-client';
import {
  eventTypeFilter,
  excludeSystemEvents,
  KurrentDBClient,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { filteredReadContract } from './contracts/filtered-read.js';
import { contracts } from './contracts/index.js';
import type { ClientKit } from './support/client-kit.js';
import { storeClient } from './support/store-client.js';

/** It has the methods of its predecessor, and reads through a client in Rust; of their options it renamed that of appends. */
const connect = (text: string) =>
  storeClient(KurrentDBClient.connectionString(text) as unknown as EventStoreDBClient, 'streamState');

for (const contract of [...contracts, filteredReadContract]) {
  contract({
    name: '@kurrent/kurrentdb-client',
    scheme: 'kurrentdb',
    connect,
    filters: {
      streamName: streamNameFilter,
      eventType: eventTypeFilter,
      withoutSystem: excludeSystemEvents,
    } as ClientKit['filters'],
  });
}
