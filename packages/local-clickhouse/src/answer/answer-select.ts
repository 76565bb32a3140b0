import type { ClickHouseException } from '../clickhouse-exception.js';
import { toClickHouseException } from '../clickhouse-exception.js';
import type { EngineResult, RunningSelect } from '../engine/engine-connection.js';
import { isOn } from '../request/url-parameters.js';
import { type AnswerContext, isGone } from './answer-context.js';
import { type HeldResult, holdBack } from './held-result.js';
import { type Output, openOutput } from './output.js';
import { startsWithRows } from './output-format.js';
import { figuresOf, type QueryFigures } from './query-figures.js';
import { type ResponseCompression, uncompressed, unpackedStart } from './response-compression.js';

export interface AnsweredSelect {
  readonly format: string;
  readonly compression: ResponseCompression;
  readonly running: RunningSelect;
  /** Where a result that is held back as a whole may wait. */
  readonly spillFile: string;
}

/** How much of a result is held back, so that an early failure can still have its own status (`buffer_size`). */
const defaultBufferBytes = 1024 * 1024;
const maxBufferBytes = 64 * 1024 * 1024;

/**
 * Answers a result while the engine makes it. The status goes out with the first `buffer_size` bytes (1 MiB, all with
 * `wait_end_of_query`); what fails within bytes that were to be held back, or before its first row, fails with its own
 * status. Any other failure comes behind the rows, and the connection is cut.
 */
export async function answerSelect(context: AnswerContext, select: AnsweredSelect): Promise<void> {
  const { running, spillFile } = select;
  const holding = holdingOf(context.parameters);
  const held = await holdBack(running.output, { ...holding, spillFile });
  try {
    if (held.isWhole) await answerHeld(context, select, { held, isBuffered: holding.isAskedFor });
    else await answerRunning(context, select, held);
  } finally {
    await held.discard();
  }
}

/** How a query ended, without throwing. */
export async function outcomeOf(
  result: Promise<EngineResult>,
): Promise<{ figures: QueryFigures; failure?: never } | { figures?: never; failure: ClickHouseException }> {
  try {
    return { figures: figuresOf(await result) };
  } catch (thrown) {
    return { failure: toClickHouseException(thrown) };
  }
}

async function answerHeld(
  context: AnswerContext,
  select: AnsweredSelect,
  { held, isBuffered }: { held: HeldResult; isBuffered: boolean },
): Promise<void> {
  const { figures, failure } = await outcomeOf(select.running.result);
  if (failure) {
    if (held.isEmpty || isBuffered || !startsWithRows(select.format)) throw failure;
    return await answerBrokenOff(context, select, { held, failure });
  }
  const output = openOutput(context, { ...select, figures });
  await writeHeld(context, output, held);
  output.end();
}

async function answerRunning(
  context: AnswerContext,
  select: AnsweredSelect,
  held: HeldResult,
): Promise<void> {
  const { running } = select;
  const output = openOutput(context, { ...select, figures: {} });
  try {
    await writeHeld(context, output, held);
    for await (const chunk of running.output) {
      if (isGone(context)) return;
      if (!output.write(chunk)) await output.drained();
    }
    await running.result;
    output.end();
  } catch (thrown) {
    output.cutOff(toClickHouseException(thrown));
  }
}

/**
 * Rows that were there before their query failed, which a server has sent by then: with 200, and the failure behind them.
 * What the engine has packed is unpacked for that.
 */
async function answerBrokenOff(
  context: AnswerContext,
  { format, compression }: AnsweredSelect,
  { held, failure }: { held: HeldResult; failure: ClickHouseException },
): Promise<void> {
  const { engineCoding } = compression;
  const isPacked = engineCoding !== 'none';
  const chunks = isPacked ? await unpackedStart(held.inMemory, engineCoding) : held.inMemory;
  if (chunks.length === 0) throw failure;
  const output = openOutput(context, {
    ...{ format, figures: {} },
    compression: isPacked ? uncompressed : compression,
  });
  for (const chunk of chunks) output.write(chunk);
  output.cutOff(failure);
}

/** What is in memory anyway need not wait for a slow client. */
async function writeHeld(context: AnswerContext, output: Output, held: HeldResult): Promise<void> {
  for (const chunk of held.inMemory.splice(0)) output.write(chunk);
  for await (const chunk of held.inFile()) {
    if (isGone(context)) return;
    if (!output.write(chunk)) await output.drained();
  }
}

function holdingOf(parameters: URLSearchParams): { bytes: number; isAskedFor: boolean; untilEnd: boolean } {
  if (isOn(parameters, 'wait_end_of_query'))
    return { bytes: maxBufferBytes, isAskedFor: true, untilEnd: true };
  const asked = Number(parameters.get('http_response_buffer_size') ?? parameters.get('buffer_size') ?? 0);
  const isAskedFor = asked > 0;
  return {
    ...{ isAskedFor, untilEnd: false },
    bytes: isAskedFor ? Math.min(asked, maxBufferBytes) : defaultBufferBytes,
  };
}
