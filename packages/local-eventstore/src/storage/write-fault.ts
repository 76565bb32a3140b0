import { statfs } from 'node:fs/promises';

/** The disk did not take a commit, as when it is full. Nothing of the commit was written; the next may go through. */
export class DiskWriteError extends Error {
  override readonly name = 'DiskWriteError';
  readonly code = 'disk-write';

  constructor(dataDir: string, freeBytes: number, cause: Error) {
    super(
      `Nothing was written: the data folder ${dataDir} can't take it (${cause.message}); ${freeBytes} bytes are free there.`,
      { cause },
    );
  }
}

/** What a failed transaction came from. LMDB hands on a fault of the disk as a promise in `commitError`. */
export async function writeFault(dataDir: string, fault: unknown): Promise<unknown> {
  if (!(fault instanceof Error) || !('commitError' in fault)) return fault;
  const cause = await Promise.resolve(fault.commitError).catch((reason: unknown) => reason);
  const { bavail, bsize } = await statfs(dataDir);
  return new DiskWriteError(dataDir, bavail * bsize, cause instanceof Error ? cause : fault);
}
