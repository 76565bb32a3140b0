import { statfsSync } from 'node:fs';

/** ENOSPC, EFBIG and EDQUOT, which LMDB hands on, and its own MDB_MAP_FULL. */
const noRoomCodes: unknown[] = [28, 27, 122, -30_792];
const EIO = 5;
const leastRoomBytes = 1024 * 1024;

/** Where only a part of a page still fits, LMDB calls that an input/output error: then the file system is asked. */
export const isNoRoom = ({ code }: Error & { code?: unknown }, dataDir: string): boolean => {
  if (code !== EIO) return noRoomCodes.includes(code);
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize < leastRoomBytes;
};

/** lmdb's own message only points at its property `commitError`, which is a promise that rejects with the reason. */
export const reasonOf = async (error: unknown): Promise<Error> => {
  const { commitError } = error as { commitError?: Promise<never> };
  if (commitError === undefined) return error as Error;
  return commitError.catch((reason: Error) => reason);
};
