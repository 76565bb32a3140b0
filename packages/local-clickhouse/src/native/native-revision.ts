import { Transform } from 'node:stream';
import {
  available,
  type ByteWalk,
  insert,
  letThrough,
  readText,
  readVarint,
  type Walk,
} from './byte-walk.js';
import { layoutOf } from './column-layouts.js';

/** From this revision on columns say whether they are serialized in another way than usual (DBMS_MIN_REVISION_WITH_CUSTOM_SERIALIZATION). */
const customSerialization = 54_454;

/** Whether Native must come as that revision of ClickHouse's own protocol has it. Older ones do with what the engine writes. */
export const wantsRevision = (parameters: URLSearchParams, format: string): boolean =>
  format.toLowerCase() === 'native' &&
  Number(parameters.get('client_protocol_version') ?? 0) >= customSerialization;

/** No overflow, no bucket, end. */
const blockInfo = Buffer.from([1, 0, 2, 255, 255, 255, 255, 0]);
const usualSerialization = Buffer.from([0]);

/**
 * The engine writes Native as for no client in particular. One that names its revision expects a BlockInfo before every block
 * and a byte behind the type of every column, so the lengths of all columns have to be found out.
 */
function* blocks(walk: ByteWalk): Walk {
  for (;;) {
    yield* available(walk);
    insert(walk, blockInfo);
    const columns = yield* readVarint(walk);
    const rows = yield* readVarint(walk);
    for (let column = 0; column < columns; column++) {
      yield* readText(walk);
      const layout = layoutOf(yield* readText(walk));
      insert(walk, usualSerialization);
      if (rows === 0) continue;
      if (layout.prefix) yield* layout.prefix(walk);
      yield* layout.data(walk, rows);
    }
  }
}

/** What it throws is a ClickHouseException for a type that it can't do. */
function startWalk(): (chunk: Buffer) => Buffer[] {
  const walk: ByteWalk = { chunk: Buffer.alloc(0), at: 0, from: 0, out: [] };
  const running = blocks(walk);
  running.next();
  return (chunk) => {
    running.next(chunk);
    letThrough(walk);
    return walk.out.splice(0);
  };
}

export function nativeRevision(): Transform {
  const take = startWalk();
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        for (const piece of take(chunk)) this.push(piece);
        done();
      } catch (thrown) {
        done(thrown as Error);
      }
    },
  });
}

/** The same for a whole result. */
export const toNativeRevision = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat(startWalk()(Buffer.from(bytes)));
