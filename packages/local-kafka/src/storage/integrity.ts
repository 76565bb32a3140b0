import { closeSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder holds what this version can't read, or must not: say so, and start on another. */
export class UnusableData extends Error {
  override name = 'UnusableData';
}

/** The layout of the tables that this version writes. A change that older versions can't read raises it. */
export const storageLayout = 2;

const pageBytes = 4_096;
/** LMDB's mark in its first two pages: the constant 0xBEEFC0DE, little-endian, behind the page's header. */
const magicAt = 24;
const magic = 0xbeefc0de;

/** Pages at the end that a commit had set aside and never wrote; a file may rightly lack a few. */
const maxMissingBytes = 1024 * 1024;

const fileIn = (dataDir: string): string => join(dataDir, 'data.mdb');

/** Throws UnusableData where the file is no database: opening such a file could end the process. */
export const checkFileHead = (dataDir: string): void => {
  const path = fileIn(dataDir);
  if (!existsSync(path) || statSync(path).size === 0) return;
  const head = Buffer.alloc(2 * pageBytes);
  const file = openSync(path, 'r');
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (head.readUInt32LE(magicAt) === magic && head.readUInt32LE(pageBytes + magicAt) === magic) return;
  throw new UnusableData(`${path} is corrupt: its first pages are not those of a database`);
};

/**
 * Throws UnusableData where the file is shorter than its last page says: reading beyond its end would end the process.
 * A few missing pages are filled with zeros; where there was data in them, its checksum tells.
 */
export const checkFileLength = (dataDir: string, lastPage: number): void => {
  const path = fileIn(dataDir);
  const { size } = statSync(path);
  const expected = (lastPage + 1) * pageBytes;
  if (size >= expected) return;
  if (expected - size > maxMissingBytes) {
    throw new UnusableData(`${path} is truncated: it has ${size} of ${expected} bytes`);
  }
  truncateSync(path, expected);
};

/** Throws UnusableData for a folder that a later version has written. */
export const checkLayout = (dataDir: string, layout: number): void => {
  if (layout <= storageLayout) return;
  throw new UnusableData(
    `${dataDir} has the storage layout ${layout}; this version reads up to ${storageLayout}`,
  );
};
