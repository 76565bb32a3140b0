import { closeSync, existsSync, fstatSync, openSync, readSync, statfsSync } from 'node:fs';
import { DamagedDataError } from './damaged-data-error.js';

const magic = 0xbeefc0de;
/** As this build of LMDB lays out its meta pages (`MDB_meta` behind the header of a page), little-endian. */
const offsets = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152 } as const;
const metaBytes = 160;

/**
 * Refuses a file that ends before the last page which its newest commit names: reading such a page through the memory
 * map would end the process. A file that is new, or empty, passes. Throws DamagedDataError.
 */
export function refuseTruncatedFile(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw fault;
  }
  try {
    const { size } = fstatSync(file);
    if (size === 0) return;
    const first = metaAt(file, 0);
    const second = first && metaAt(file, first.pageSize);
    if (first === undefined || second === undefined) {
      throw new DamagedDataError(`${path} is not a data file of this server, or its beginning is lost.`);
    }
    const { lastPage, pageSize } = second.transaction > first.transaction ? second : first;
    const needed = (lastPage + 1) * pageSize;
    if (size < needed) {
      throw new DamagedDataError(`${path} has ${size} bytes of the ${needed} that were written.`);
    }
  } finally {
    closeSync(file);
  }
}

/** LMDB's lock file is written through a memory map, and a disk without room for it would end the process. */
const newFilesBytes = 256 * 1024;

/** Refuses a folder whose disk has no room for the files that LMDB makes beside its data. */
export function refuseWithoutRoom(dataDir: string, path: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  if (existsSync(`${path}-lock`) || bavail * bsize >= newFilesBytes) return;
  throw new Error(
    `The data folder ${dataDir} has no space left: ${bavail * bsize} bytes of ${newFilesBytes}.`,
  );
}

function metaAt(
  file: number,
  at: number,
): { pageSize: number; lastPage: number; transaction: number } | undefined {
  const page = Buffer.alloc(metaBytes);
  if (readSync(file, page, 0, metaBytes, at) < metaBytes) return undefined;
  if (page.readUInt32LE(offsets.magic) !== magic) return undefined;
  return {
    pageSize: page.readUInt32LE(offsets.pageSize),
    lastPage: Number(page.readBigUInt64LE(offsets.lastPage)),
    transaction: Number(page.readBigUInt64LE(offsets.transaction)),
  };
}
