import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The start of a result, or all of it, which nobody has sent yet. */
export interface HeldResult {
  readonly isEmpty: boolean;
  /** The result has ended. */
  readonly isWhole: boolean;
  readonly inMemory: Uint8Array[];
  /** What follows that. */
  inFile(): AsyncIterable<Uint8Array>;
  discard(): Promise<void>;
}

/**
 * Takes the first `bytes` of a result; with `untilEnd` all, of which what goes beyond them waits in a file: a result may be
 * of any size. Leaves the source open where there is more.
 */
export async function holdBack(
  source: Readable,
  options: { bytes: number; untilEnd: boolean; spillFile: string },
): Promise<HeldResult> {
  const { spillFile } = options;
  const chunks = source.iterator({ destroyOnReturn: false });
  const inMemory: Uint8Array[] = [];
  let size = 0;
  let isWhole = true;
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
    inMemory.push(chunk);
    size += chunk.length;
    isWhole = size < options.bytes;
    if (!isWhole) break;
  }
  let isSpilt = false;
  if (!isWhole && options.untilEnd) {
    isSpilt = true;
    await spill(source, spillFile);
    isWhole = true;
  }
  return {
    isEmpty: size === 0,
    isWhole,
    inMemory,
    inFile: () => (isSpilt ? createReadStream(spillFile, { highWaterMark: 1024 * 1024 }) : Readable.from([])),
    discard: async () => {
      if (isSpilt) await rm(spillFile, { force: true });
    },
  };
}

async function spill(source: Readable, file: string): Promise<void> {
  try {
    await pipeline(source, createWriteStream(file));
  } catch (thrown) {
    await rm(file, { force: true });
    throw thrown;
  }
}
