import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import type { ReadLimits } from '../rules/truncation.js';

/** What is kept of a stream beside its events. */
export interface StreamHead {
  /** Given once and never reused; the key of the stream in the revisions table. */
  readonly id: number;
  /** −1 where no event was ever written, as for a stream that only has metadata. */
  readonly lastRevision: number;
  readonly tombstoned: boolean;
  readonly limits: ReadLimits;
}

/** The LMDB tables. One write transaction spans them all, so they never disagree. */
export interface LogTables {
  readonly root: RootDatabase;
  /** position → packed record, in the order of `$all`. */
  readonly log: Database<Buffer, number>;
  /** [stream id, revision] → position. */
  readonly revisions: Database<number, [number, number]>;
  /** stream key → head. */
  readonly heads: Database<StreamHead, Buffer>;
  /** The last stream id that was given out, under `lastStreamId`. */
  readonly counters: Database<number, 'lastStreamId'>;
}

/** Longer names are keyed by their digest, since LMDB bounds a key. */
const longestPlainNameBytes = 512;

/** Opens or creates the tables in a folder. Commits are synced to disk before their promise resolves. */
export function openLogTables(dataDir: string): LogTables {
  mkdirSync(dataDir, { recursive: true });
  const root = open({ path: join(dataDir, 'events.lmdb'), maxDbs: 4, overlappingSync: false });
  return {
    root,
    log: root.openDB({ name: 'log', encoding: 'binary' }),
    revisions: root.openDB({ name: 'revisions' }),
    heads: root.openDB({ name: 'heads', keyEncoding: 'binary' }),
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
  return tables.heads.get(streamKey(stream));
}
