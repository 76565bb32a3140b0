import { crc32c } from '@node-rs/crc32';
import type { Key } from 'lmdb';
import { UnusableData } from './integrity.js';

const checksumDigits = 8;

const checksumOf = (key: Key, json: string): string =>
  crc32c(Buffer.from(`${JSON.stringify(key)}${json}`))
    .toString(16)
    .padStart(checksumDigits, '0');

/** A row as it stands in the file: a checksum over its key and its value, and the value as JSON. */
export const writeRow = (key: Key, value: unknown): string => {
  const json = JSON.stringify(value);
  return checksumOf(key, json) + json;
};

/** Throws UnusableData for what was not written so: memory must not be built on it. */
export const readRow = <V>(table: string, key: Key, row: string): V => {
  const json = row.slice(checksumDigits);
  if (row.slice(0, checksumDigits) !== checksumOf(key, json)) {
    throw new UnusableData(`a row of '${table}' is corrupt: ${JSON.stringify(key)}`);
  }
  return JSON.parse(json) as V;
};
