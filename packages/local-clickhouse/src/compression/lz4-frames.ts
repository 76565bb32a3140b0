import lz4 from 'lz4js';
import type { FrameDecoder } from './frame-decoder.js';

const magic = 0x184d2204;
const historyBytes = 64 * 1024;

/** LZ4 frames (lz4_Frame_format.md), one or several, their blocks linked or independent. Their checksums are not looked at. */
export function lz4FrameDecoder(): FrameDecoder {
  let frame: Frame = { hasBlockChecksum: false, hasContentChecksum: false, maxBlockBytes: 0 };
  let window = Buffer.alloc(0);
  let historyEnd = 0;
  let isBetweenFrames = true;
  let step: Step = magicStep();

  function magicStep(): Step {
    isBetweenFrames = true;
    return {
      wanted: 6,
      take(bytes) {
        isBetweenFrames = false;
        if (bytes.readUInt32LE(0) !== magic) throw new Error('not an LZ4 frame');
        const flags = bytes[4]!;
        if (flags >> 6 !== 1 || flags & 1)
          throw new Error('an LZ4 frame of an unknown version or with a dictionary');
        const size = (bytes[5]! >> 4) & 7;
        if (size < 4) throw new Error('an LZ4 frame with an unknown block size');
        frame = {
          hasBlockChecksum: (flags & 0x10) !== 0,
          hasContentChecksum: (flags & 0x04) !== 0,
          maxBlockBytes: 2 ** (8 + 2 * size),
        };
        window = Buffer.alloc(historyBytes + frame.maxBlockBytes);
        historyEnd = 0;
        step = skip((flags & 0x08 ? 8 : 0) + 1, blockStep);
        return undefined;
      },
    };
  }

  function skip(bytes: number, next: () => Step): Step {
    return {
      wanted: bytes,
      take() {
        step = next();
        return undefined;
      },
    };
  }

  function blockStep(): Step {
    return {
      wanted: 4,
      take(bytes) {
        const size = bytes.readUInt32LE(0);
        const length = size & 0x7fffffff;
        if (size === 0) step = frame.hasContentChecksum ? skip(4, magicStep) : magicStep();
        else if (length > frame.maxBlockBytes) throw new Error('an LZ4 block that is too long');
        else step = dataStep(length, size > 0x7fffffff);
        return undefined;
      },
    };
  }

  function dataStep(length: number, isStored: boolean): Step {
    return {
      wanted: length,
      take(bytes) {
        step = frame.hasBlockChecksum ? skip(4, blockStep) : blockStep();
        return unfold(bytes, isStored);
      },
    };
  }

  /** Unfolds behind the last 64 KiB, to which a linked block refers. */
  function unfold(block: Buffer, isStored: boolean): Buffer {
    let end: number;
    if (isStored) end = historyEnd + block.copy(window, historyEnd);
    else end = lz4.decompressBlock(block, window, 0, block.length, historyEnd);
    if (end > window.length) throw new Error('an LZ4 block that unfolds to too much');
    const unfolded = Buffer.from(window.subarray(historyEnd, end));
    const kept = Math.min(end, historyBytes);
    window.copyWithin(0, end - kept, end);
    historyEnd = kept;
    return unfolded;
  }

  return {
    get wanted() {
      return step.wanted;
    },
    take: (bytes) => step.take(bytes),
    get isAtEnd() {
      return isBetweenFrames;
    },
  };
}

interface Frame {
  readonly hasBlockChecksum: boolean;
  readonly hasContentChecksum: boolean;
  readonly maxBlockBytes: number;
}

interface Step {
  readonly wanted: number;
  take(bytes: Buffer): Buffer | undefined;
}
