/**
 * CityHash128 as of version 1.0.2, the checksum of ClickHouse's compressed blocks (contrib/cityhash102). Later versions
 * of CityHash give other values.
 */
export function cityHash128(data: Buffer): Hash {
  const length = data.length;
  const u64 = (at: number) => data.readBigUInt64LE(at);
  if (length >= 16) return withSeed(data.subarray(16), { low: u64(0) ^ k3, high: u64(8) });
  if (length >= 8) {
    const seed = { low: u64(0) ^ wrap(BigInt(length) * k0), high: u64(length - 8) ^ k1 };
    return withSeed(data.subarray(0, 0), seed);
  }
  return withSeed(data, { low: k0, high: k1 });
}

export interface Hash {
  readonly low: bigint;
  readonly high: bigint;
}

const k0 = 0xc3a5c85c97cb3127n;
const k1 = 0xb492b66fbe98f273n;
const k2 = 0x9ae16a3b2f90404fn;
const k3 = 0xc949d7c7509e6557n;
const kMul = 0x9ddfea08eb382d69n;

const wrap = (value: bigint) => BigInt.asUintN(64, value);
const rotate = (value: bigint, bits: bigint) => wrap((value >> bits) | (value << (64n - bits)));
const shiftMix = (value: bigint) => value ^ (value >> 47n);

function fold(low: bigint, high: bigint): bigint {
  const a = shiftMix(wrap((low ^ high) * kMul));
  return wrap(shiftMix(wrap((high ^ a) * kMul)) * kMul);
}

function upTo16(data: Buffer): bigint {
  const length = data.length;
  const size = BigInt(length);
  if (length > 8) {
    const b = data.readBigUInt64LE(length - 8);
    return fold(data.readBigUInt64LE(0), rotate(wrap(b + size), size)) ^ b;
  }
  if (length >= 4) {
    return fold(wrap(size + (BigInt(data.readUInt32LE(0)) << 3n)), BigInt(data.readUInt32LE(length - 4)));
  }
  if (length === 0) return k2;
  const y = BigInt(data[0]! + (data[length >> 1]! << 8));
  const z = BigInt(length + (data[length - 1]! << 2));
  return wrap(shiftMix(wrap(y * k2) ^ wrap(z * k3)) * k2);
}

function murmur(data: Buffer, seed: Hash): Hash {
  const length = data.length;
  let { low: a, high: b } = seed;
  let c: bigint;
  let d: bigint;
  if (length <= 16) {
    a = wrap(shiftMix(wrap(a * k1)) * k1);
    c = wrap(b * k1 + upTo16(data));
    d = shiftMix(wrap(a + (length >= 8 ? data.readBigUInt64LE(0) : c)));
  } else {
    c = fold(wrap(data.readBigUInt64LE(length - 8) + k1), a);
    d = fold(wrap(b + BigInt(length)), wrap(c + data.readBigUInt64LE(length - 16)));
    a = wrap(a + d);
    for (let at = 0; at < length - 16; at += 16) {
      a = wrap((a ^ wrap(shiftMix(wrap(data.readBigUInt64LE(at) * k1)) * k1)) * k1);
      b ^= a;
      c = wrap((c ^ wrap(shiftMix(wrap(data.readBigUInt64LE(at + 8) * k1)) * k1)) * k1);
      d ^= c;
    }
  }
  a = fold(a, c);
  b = fold(d, b);
  return { low: a ^ b, high: fold(b, a) };
}

/** Mixes 32 bytes into a pair. */
function mix(data: Buffer, at: number, seed: Hash): Hash {
  const x = data.readBigUInt64LE(at + 8);
  const y = data.readBigUInt64LE(at + 16);
  const z = data.readBigUInt64LE(at + 24);
  const first = wrap(seed.low + data.readBigUInt64LE(at));
  const second = rotate(wrap(seed.high + first + z), 21n);
  const sum = wrap(first + x + y);
  return { low: wrap(sum + z), high: wrap(second + rotate(sum, 44n) + first) };
}

function withSeed(data: Buffer, seed: Hash): Hash {
  const length = data.length;
  if (length < 128) return murmur(data, seed);
  const u64 = (at: number) => data.readBigUInt64LE(at);
  let { low: x, high: y } = seed;
  let z = wrap(BigInt(length) * k1);
  const first = wrap(rotate(y ^ k1, 49n) * k1 + u64(0));
  let v: Hash = { low: first, high: wrap(rotate(first, 42n) * k1 + u64(8)) };
  let w: Hash = {
    low: wrap(rotate(wrap(y + z), 35n) * k1 + x),
    high: wrap(rotate(wrap(x + u64(88)), 53n) * k1),
  };
  const end = length - (length % 128);
  for (let at = 0; at < end; at += 64) {
    x = wrap(rotate(wrap(x + y + v.low + u64(at + 16)), 37n) * k1) ^ w.high;
    y = wrap(rotate(wrap(y + v.high + u64(at + 48)), 42n) * k1) ^ v.low;
    z = rotate(z ^ w.low, 33n);
    v = mix(data, at, { low: wrap(v.high * k1), high: wrap(x + w.low) });
    w = mix(data, at + 32, { low: wrap(z + w.high), high: y });
    [x, z] = [z, x];
  }
  y = wrap(y + rotate(w.low, 37n) * k0 + z);
  x = wrap(x + rotate(wrap(v.low + z), 49n) * k0);
  for (let done = 32; done - 32 < length - end; done += 32) {
    y = wrap(rotate(wrap(y - x), 42n) * k0 + v.high);
    const low = wrap(w.low + u64(length - done + 16));
    x = wrap(rotate(x, 49n) * k0 + low);
    w = { low: wrap(low + v.low), high: w.high };
    v = mix(data, length - done, v);
  }
  x = fold(x, v.low);
  y = fold(y, w.low);
  return {
    low: wrap(fold(wrap(x + v.high), w.high) + y),
    high: fold(wrap(x + w.high), wrap(y + v.high)),
  };
}
