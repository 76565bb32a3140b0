const polynomial = 0x82f63b78;

/** Table n holds the CRC of a byte followed by n zero bytes, so that eight bytes are taken in one step. */
const tables: Uint32Array[] = [];
for (let table = 0; table < 8; table += 1) {
  const entries = new Uint32Array(256);
  for (let index = 0; index < 256; index += 1) {
    if (table === 0) {
      let crc = index;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
      entries[index] = crc;
    } else {
      const shorter = tables[table - 1]![index]!;
      entries[index] = (shorter >>> 8) ^ tables[0]![shorter & 0xff]!;
    }
  }
  tables.push(entries);
}
const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];

/** CRC-32C (Castagnoli, RFC 3720 appendix B.4), as record batches carry it; unsigned. */
export const crc32c = (data: Uint8Array): number => {
  let crc = 0xffffffff;
  let at = 0;
  for (const end = data.length - 7; at < end; at += 8) {
    crc ^= data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
    crc =
      t7[crc & 0xff]! ^
      t6[(crc >>> 8) & 0xff]! ^
      t5[(crc >>> 16) & 0xff]! ^
      t4[crc >>> 24]! ^
      t3[data[at + 4]!]! ^
      t2[data[at + 5]!]! ^
      t1[data[at + 6]!]! ^
      t0[data[at + 7]!]!;
  }
  for (; at < data.length; at += 1) crc = (crc >>> 8) ^ t0[(crc ^ data[at]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
};
