/** Walks over a stream of bytes that comes in chunks, lets it through and puts bytes of its own in between. */
export interface ByteWalk {
  chunk: Buffer;
  /** Where the walk is in the chunk, and from where on its bytes have not been let through. */
  at: number;
  from: number;
  readonly out: Buffer[];
}

/** Yields where it needs the next chunk. */
export type Walk<T = void> = Generator<undefined, T, Buffer>;

export function letThrough(walk: ByteWalk): void {
  if (walk.at > walk.from) walk.out.push(walk.chunk.subarray(walk.from, walk.at));
  walk.from = walk.at;
}

export function insert(walk: ByteWalk, bytes: Buffer): void {
  letThrough(walk);
  walk.out.push(bytes);
}

/** Returns when there is a byte. */
export function* available(walk: ByteWalk): Walk {
  while (walk.at === walk.chunk.length) {
    letThrough(walk);
    walk.chunk = yield;
    walk.at = 0;
    walk.from = 0;
  }
}

export function* skip(walk: ByteWalk, count: number): Walk {
  let left = count;
  while (left > 0) {
    yield* available(walk);
    const step = Math.min(left, walk.chunk.length - walk.at);
    walk.at += step;
    left -= step;
  }
}

export function* readVarint(walk: ByteWalk): Walk<number> {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    if (walk.at === walk.chunk.length) yield* available(walk);
    const byte = walk.chunk[walk.at++]!;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}

export function* readBytes(walk: ByteWalk, count: number): Walk<Buffer> {
  const bytes = Buffer.alloc(count);
  for (let at = 0; at < count; ) {
    yield* available(walk);
    const step = walk.chunk.copy(bytes, at, walk.at, walk.at + count - at);
    walk.at += step;
    at += step;
  }
  return bytes;
}

export function* readUInt64(walk: ByteWalk): Walk<number> {
  return Number((yield* readBytes(walk, 8)).readBigUInt64LE());
}

export function* readText(walk: ByteWalk): Walk<string> {
  return (yield* readBytes(walk, yield* readVarint(walk))).toString('utf8');
}

/** Strings, each behind its length. The loop inside one chunk is the hot one. */
export function* skipStrings(walk: ByteWalk, count: number): Walk {
  for (let left = count; left > 0; left--) {
    const length = walk.chunk[walk.at];
    if (length !== undefined && length < 128 && walk.at + 1 + length <= walk.chunk.length)
      walk.at += 1 + length;
    else yield* skip(walk, yield* readVarint(walk));
  }
}
