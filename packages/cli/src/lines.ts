import { pipeline, type Readable } from 'node:stream';
import split from 'split2';

/** The lines of a stream: ended by \n or \r\n alone, since a text may hold other line separators of Unicode. */
export function linesOf(input: Readable): AsyncIterable<string> {
  const lines = split(/\r?\n/);
  // An error of the input ends the lines with it, where whoever reads them meets it.
  return pipeline(input, lines, () => undefined);
}
