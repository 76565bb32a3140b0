/** Big-endian, so that LMDB's byte order is the order of topic, partition, and offset (or timestamp). */
export const logKey = (topicId: number, partition: number, position: number): Buffer => {
  const key = Buffer.allocUnsafe(16);
  key.writeUInt32BE(topicId, 0);
  key.writeUInt32BE(partition, 4);
  key.writeUInt32BE(Math.floor(position / 0x1_0000_0000), 8);
  key.writeUInt32BE(position >>> 0, 12);
  return key;
};

/** The offset (or timestamp) in a key made by `logKey`. */
export const positionOf = (key: Buffer): number => key.readUInt32BE(8) * 0x1_0000_0000 + key.readUInt32BE(12);
