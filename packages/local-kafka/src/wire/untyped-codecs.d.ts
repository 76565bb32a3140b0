declare module 'lz4js' {
  /** The most bytes that a frame can hold; throws for what is no LZ4 frame. */
  export function decompressBound(frame: Uint8Array): number;
  export function decompress(frame: Uint8Array, maxSize: number): Uint8Array;
  export function compress(data: Uint8Array): Uint8Array;
}

declare module 'snappyjs' {
  /** Throws for what is no Snappy block, and for one of more than `maxLength` bytes. */
  export function uncompress(block: Uint8Array, maxLength?: number): Uint8Array;
  export function compress(data: Uint8Array): Uint8Array;
}
