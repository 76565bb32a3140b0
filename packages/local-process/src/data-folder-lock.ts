import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
  readonly code = 'data-folder-in-use';

  constructor(dataDir: string) {
    super(`The data folder ${dataDir} is in use by another process.`);
  }
}

/**
 * Takes a data folder for a server of this process, creating it where it is missing. Throws DataFolderInUseError. The lock is a listening local socket named
 * after the folder: unlike a lock file, it is gone at the moment its process is, however that ends.
 */
export async function lockDataFolder(owner: string, dataDir: string): Promise<{ release(): Promise<void> }> {
  mkdirSync(dataDir, { recursive: true });
  const path = lockPath(owner, realpathSync(dataDir));
  const server = (await listen(path)) ?? (await takeOverStale(path));
  if (server === undefined) throw new DataFolderInUseError(dataDir);
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function lockPath(owner: string, folder: string): string {
  const name = `${owner}-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\?\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Undefined where something has the name already. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EADDRINUSE') resolve(undefined);
      else reject(fault);
    });
    server.listen(path, () => resolve(server));
  });
}

/** Where sockets are files, one may outlive its process; nobody answers on it then. */
async function takeOverStale(path: string): Promise<Server | undefined> {
  if (path.startsWith('\0') || path.startsWith('\\\\') || (await answers(path))) return undefined;
  rmSync(path, { force: true });
  return listen(path);
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
