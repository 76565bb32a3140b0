import { afterAll, beforeAll } from '@jest/globals';
import { type ClientKit, connectTo } from './client-kit.js';
import { type ServerUnderTest, startServer } from './server.js';
import type { StoreClient } from './store-client.js';

export interface StoreUnderTest {
  readonly client: StoreClient;
  readonly server: ServerUnderTest;
}

/** A server and one client of it for the tests of the `describe` that this is called in. */
export function storeUnderTest(kit: ClientKit): StoreUnderTest {
  let server: ServerUnderTest;
  let client: StoreClient;
  beforeAll(async () => {
    server = await startServer();
    client = connectTo(kit, server.port());
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });
  return {
    get client() {
      return client;
    },
    get server() {
      return server;
    },
  };
}
