import { randomUUID } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Store } from './store.js';

/** The data folder belongs to a process that runs. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/** The path of a Unix socket is limited to about a hundred bytes. */
const maxSocketPath = 100;

const socketPath = (dataDir: string): string => {
  const name = `owner-${randomUUID().slice(0, 8)}.sock`;
  const inside = join(resolve(dataDir), name);
  return inside.length <= maxSocketPath ? inside : join(tmpdir(), `local-kafka-${name}`);
};

const isAlive = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      done(true);
    });
    probe.once('error', () => done(false));
  });

const removeSocket = (path: string): void => {
  try {
    unlinkSync(path);
  } catch {
    // It went with its folder, or with its process.
  }
};

/**
 * Claims the data folder for this process, until the returned function is called or the process dies. The owner
 * listens on a socket whose path the store names: the kernel closes it with the process, so that a folder left behind
 * by SIGKILL is free at once, which a file with a process id could not tell. Throws FolderInUse.
 */
export const claimFolder = async (store: Store, dataDir: string): Promise<() => Promise<void>> => {
  const meta = store.table<string>('meta');
  const path = socketPath(dataDir);
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(path, done);
  });
  server.unref();
  const release = () => new Promise<void>((done) => server.close(() => done()));
  for (;;) {
    const before = meta.get('owner');
    if (before !== undefined && (await isAlive(before))) {
      await release();
      throw new FolderInUse(`${dataDir} is in use by another process`);
    }
    // Compared inside a write transaction, which only one process can hold: of two starters, one has to look again.
    const isMine = store.exclusively(() => {
      if (meta.get('owner') !== before) return false;
      meta.putSync('owner', path);
      return true;
    });
    if (!isMine) continue;
    if (before !== undefined) removeSocket(before);
    return release;
  }
};
