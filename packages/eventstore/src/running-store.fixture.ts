import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalEventStore } from '@bellhop/local-eventstore';
import { connectEventStore, type EventStore, type NewEvent } from './event-store.js';

export interface RunningStore {
  store: EventStore;
  stop(): Promise<void>;
}

/** A store, and the one client that a process may have. */
export async function runStore(): Promise<RunningStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-eventstore-'));
  const server = await startLocalEventStore({ dataDir, port: 0 });
  const store = connectEventStore(`esdb://127.0.0.1:${server.port}?tls=false`);
  return {
    store,
    stop: async () => {
      await store.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A stream that nobody wrote to yet. */
export const newStream = (prefix = 'guest-'): string => `${prefix}${randomUUID()}`;

export const noted = (note: number | string): NewEvent => ({
  id: randomUUID(),
  type: 'Noted',
  data: { note },
});
