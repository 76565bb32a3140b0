import type { AnswerContext } from './answer-context.js';
import { openOutput } from './output.js';
import type { QueryFigures } from './query-figures.js';
import { compressionOf } from './response-compression.js';

/** Answers a whole result, or that there is none. */
export function answerWhole(
  context: AnswerContext,
  result: { format: string | undefined; bytes?: Uint8Array; figures: QueryFigures },
): void {
  const compression = compressionOf(context, { byEngine: false });
  const output = openOutput(context, { ...result, compression });
  if (result.bytes && result.bytes.length > 0) output.write(result.bytes);
  output.end();
}
