import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CHANNEL_VALUES, type Channel } from '@bellhop/contracts';
import type { Command } from 'commander';
import { type Environment, hotelGroupOf, readEnvironment } from '../environment.js';
import { type Output, print, printJson } from '../output.js';
import { createProgress } from '../progress.js';
import { type Review, readReviews } from '../review-rows.js';

interface Options {
  property?: string;
  channel: Channel;
  scale: string;
}

const BATCH = 200;
const MAX_ATTEMPTS = 30;

export function importCommand(program: Command, output: () => Output): void {
  program
    .command('import')
    .description('Brings in what was gathered elsewhere')
    .command('reviews <file>')
    .description(
      'Reviews from .jsonl or .csv: text, and where there is one id, rating, date, lang, author, property',
    )
    .option('--property <id>', "the property of rows that name none; by default the group's first")
    .option('--channel <channel>', CHANNEL_VALUES.join(', '), 'web')
    .option('--scale <min-max>', 'the scale of the ratings', '1-5')
    .action(async (file: string, options: Options) => {
      const environment = readEnvironment();
      const property = options.property ?? hotelGroupOf(environment).properties[0]?.propertyId ?? '';
      const imported = await importReviews(environment, file, { ...options, property });
      if (output().json) return printJson(imported);
      print(
        `${imported.rows} reviews of ${file} are accepted, ${imported.skipped} of them in an earlier run`,
      );
    });
}

async function importReviews(
  environment: Environment,
  file: string,
  options: Required<Options>,
): Promise<{ rows: number; skipped: number }> {
  const total = await countRows(file);
  const cursor = createCursor(environment, file, options);
  const skipped = Math.min(cursor.read(), total);
  const progress = createProgress('reviews', total);
  let batch: Review[] = [];
  let done = skipped;
  const flush = async () => {
    await publish(
      environment,
      batch.map((review) => touchpointOf(review, options)),
    );
    done += batch.length;
    batch = [];
    cursor.write(done);
    progress.update(done);
  };
  for await (const review of readReviews(file)) {
    if (review.line > skipped) batch.push(review);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  progress.update(done);
  progress.stop();
  return { rows: total, skipped };
}

/** Reads the whole file first, so that a row that is no review is told before anything is sent. */
async function countRows(file: string): Promise<number> {
  let rows = 0;
  for await (const _review of readReviews(file)) rows += 1;
  return rows;
}

/** How many rows of this very file this ingest has accepted: kept beside the stack's data, so that an import that was cut short goes on. */
function createCursor(
  { dataDir, INGEST_URL }: Pick<Environment, 'dataDir' | 'INGEST_URL'>,
  file: string,
  options: Required<Options>,
) {
  const identity = createHash('sha256')
    .update(readFileSync(file))
    .update(JSON.stringify([basename(file), INGEST_URL, options]))
    .digest('hex')
    .slice(0, 32);
  const folder = resolve(dataDir, 'imports');
  const path = join(folder, `${identity}.json`);
  return {
    read: (): number =>
      existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { accepted: number }).accepted : 0,
    write: (accepted: number) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${path}.new`, JSON.stringify({ file, accepted }));
      renameSync(`${path}.new`, path);
    },
  };
}

function touchpointOf(review: Review, { property, channel, scale }: Required<Options>): object {
  const [scaleMin, scaleMax] = scale.split('-').map(Number);
  return {
    id: review.key,
    occurredAt: (review.date ?? new Date()).toISOString(),
    source: 'social',
    vendor: 'import',
    vendorAccount: 'reviews',
    channel,
    type: 'review_posted',
    actor: 'guest',
    propertyId: review.property ?? property,
    text: review.text,
    ...(review.lang ? { textLanguage: review.lang } : {}),
    ...(review.author ? { guestName: review.author } : {}),
    ratings:
      review.rating === undefined ? [] : [{ metric: 'review', value: review.rating, scaleMin, scaleMax }],
  };
}

/** Sends a batch until it is accepted; while Kafka or ingest is away it waits. Throws what ingest says is wrong with a row. */
async function publish(
  { INGEST_URL, INGEST_PUBLISHER_TOKEN: token }: Environment,
  touchpoints: readonly object[],
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${INGEST_URL}/v1/touchpoints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(touchpoints),
    }).catch((error: Error) => error);
    if (response instanceof Response && response.ok) return;
    const passing = response instanceof Error || response.status >= 500;
    const reason =
      response instanceof Error ? `ingest at ${INGEST_URL} can't be reached` : await response.text();
    if (!passing || attempt === MAX_ATTEMPTS) throw new Error(reason);
    const seconds = response instanceof Error ? 1 : Number(response.headers.get('retry-after') ?? 1);
    await delay(seconds * 1000);
  }
}
