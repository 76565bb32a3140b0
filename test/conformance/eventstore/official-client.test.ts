import {
  EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
} from '@eventstore/db-client';
import { contracts } from './contracts/index.js';
import { storeClient } from './support/store-client.js';

for (const contract of contracts) {
  contract({
    name: '@eventstore/db-client',
    scheme: 'esdb',
    connect: (text) => storeClient(EventStoreDBClient.connectionString(text), 'expectedRevision'),
    filters: {
      streamName: streamNameFilter,
      eventType: eventTypeFilter,
      withoutSystem: excludeSystemEvents,
    },
  });
}
