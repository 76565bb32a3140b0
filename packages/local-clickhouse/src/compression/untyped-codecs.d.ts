declare module 'lz4js' {
  /** Gives where the block ends in `to`. What `to` holds before `toIndex` is the history that the block may refer to. */
  export function decompressBlock(
    from: Uint8Array,
    to: Uint8Array,
    fromIndex: number,
    fromLength: number,
    toIndex: number,
  ): number;
  /** Gives the block's length, or 0 where it could not be made smaller. */
  export function compressBlock(
    from: Uint8Array,
    to: Uint8Array,
    fromIndex: number,
    fromLength: number,
    hashTable: Uint32Array,
  ): number;
  export function compressBound(length: number): number;
}
