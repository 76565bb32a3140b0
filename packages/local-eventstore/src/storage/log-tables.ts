import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { refuseTruncatedFile, refuseWithoutRoom } from './data-file.js';
import { decodeHead, type StreamHead } from './stream-head.js';

/** The LMDB tables. One write transaction spans them all, so they never disagree. */
export interface LogTables {
  readonly root: RootDatabase;
  /** position → packed record, in the order of `$all`. */
  readonly log: Database<Buffer, number>;
  /** [stream id, revision] → position. */
  readonly revisions: Database<number, [number, number]>;
  /** stream key → packed head. */
  readonly heads: Database<Buffer, Buffer>;
  /** The last stream id that was given out, and the layout of these tables. */
  readonly counters: Database<number, 'lastStreamId' | 'layout'>;
}

/** Longer names are keyed by their digest, since LMDB bounds a key. */
const longestPlainNameBytes = 512;

/**
 * Opens or creates the tables in a folder. Commits are synced to disk before their promise resolves. Throws
 * DamagedDataError where the end of the file is missing.
 */
export function openLogTables(dataDir: string): LogTables {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'events.lmdb');
  refuseTruncatedFile(path);
  refuseWithoutRoom(dataDir, path);
  // Turn batching would make promises inside LMDB that nobody can handle when a commit fails.
  const root = open({ path, maxDbs: 4, overlappingSync: false, eventTurnBatching: false });
  return {
    root,
    log: root.openDB({ name: 'log', encoding: 'binary' }),
    revisions: root.openDB({ name: 'revisions' }),
    heads: root.openDB({ name: 'heads', keyEncoding: 'binary', encoding: 'binary' }),
    counters: root.openDB({ name: 'counters' }),
  };
}

/** The key of a stream's head: its name, or a digest of a long one, each behind a byte that tells which. */
export function streamKey(stream: string): Buffer {
  const name = Buffer.from(stream, 'utf8');
  if (name.length <= longestPlainNameBytes) return Buffer.concat([Buffer.of(0), name]);
  return Buffer.concat([Buffer.of(1), createHash('sha256').update(name).digest()]);
}

export function headOf(tables: LogTables, stream: string): StreamHead | undefined {
  const bytes = tables.heads.get(streamKey(stream));
  return bytes && decodeHead(stream, bytes);
}
