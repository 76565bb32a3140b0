export interface ReadRange {
  from: number;
  /** Only batches that begin before this offset. */
  upTo: number;
  maxBytes: number;
  /** Whether the first batch is read even where it is larger than `maxBytes`. */
  atLeastOne: boolean;
}

export interface ReadResult {
  /** Whole batches, one after another. */
  pieces: Buffer[];
  bytes: number;
  /** The offset after the last batch; where there is none, the one that was asked for. */
  end: number;
  /** Offset of a batch that is not what was written; nothing from it on is read. */
  corruptAt: number | null;
}
