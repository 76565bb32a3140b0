import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BIN, bellhop, bellhopJson } from '../support/command-line.js';
import { type Pipeline, startPipeline } from '../support/pipeline.js';

interface Score {
  sentiment: number;
  model: string;
}

/** Words that no model can know, one of praise and one of blame, as the guests of one group might have them. */
const REVIEWS = Array.from({ length: 400 }, (_, at) => {
  const word = at % 2 === 0 ? 'zibbly' : 'quorvax';
  return {
    text: `so ${word} again, stay ${at} with the ${at % 3} of us`,
    rating: at % 2 === 0 ? 5 : 1,
    lang: 'en',
  };
});

describe('A model of the group’s own', () => {
  let pipeline: Pipeline;
  let dataDir: string;
  let shippedModel: string;
  beforeAll(async () => {
    pipeline = await startPipeline({ seed: 'own-model', days: 2 });
    dataDir = pipeline.stack.dataDir;
    await pipeline.feedNext(pipeline.left());
    const file = join(dataDir, 'reviews.jsonl');
    writeFileSync(file, REVIEWS.map((review) => `${JSON.stringify(review)}\n`).join(''));
    expect(await pipeline.differences()).toEqual([]);
    const before = await counted();
    await bellhopJson(dataDir, 'import', 'reviews', file);
    await pipeline.settle(before.touchpoints + REVIEWS.length);
    shippedModel = (await scoreOf('zibbly')).model;
  }, 180_000);
  afterAll(async () => {
    await pipeline?.close();
  }, 60_000);

  /** What the rollups say, and what the facts say once all corrections are counted in. */
  const counted = async () => {
    const [row] = await pipeline.clickhouse.query<
      Record<'touchpoints' | 'texts' | 'mentions', number> & { even: number }
    >(
      `SELECT
         (SELECT sum(touchpoints) FROM touchpoint_rollup) AS touchpoints,
         (SELECT sum(texts) FROM touchpoint_rollup) AS texts,
         (SELECT sum(mentions) FROM topic_rollup) AS mentions,
         (SELECT (sum(sentiment_sum), sum(positive), sum(negative)) FROM touchpoint_rollup)
           = (SELECT (sum(sentiment), countIf(sentiment_label = 'positive'), countIf(sentiment_label = 'negative')) FROM current_touchpoints) AS even`,
    );
    if (!row) throw new Error('no row');
    return row;
  };
  const scoresOf = (word: string) =>
    pipeline.clickhouse.query<Score>(
      `SELECT toFloat64(sentiment) AS sentiment, sentiment_model AS model FROM current_touchpoints WHERE position(text, {word:String}) > 0`,
      { word },
    );
  const scoreOf = async (word: string) => (await scoresOf(word))[0] as Score;
  const scoredBy = async () =>
    Object.fromEntries(
      (
        await pipeline.clickhouse.query<{ model: string; n: number }>(
          'SELECT sentiment_model AS model, count() AS n FROM current_touchpoints WHERE sentiment IS NOT NULL GROUP BY model',
        )
      ).map(({ model, n }) => [model, n]),
    );
  let own = '';

  test('is not installed unless that is confirmed', async () => {
    const told = await bellhopJson<Record<string, unknown>>(
      dataDir,
      'sentiment',
      'train',
      '--from',
      'reviews',
    );
    expect(told).toMatchObject({ isBetter: true, isInstalled: false });
  }, 180_000);

  test('is trained on the texts that guests have rated, and scores new ones as soon as it is installed', async () => {
    const { status, stdout, stderr } = await bellhop(
      ...[dataDir, 'sentiment', 'train', '--from', 'reviews', '--from', 'surveys', '--yes'],
    );
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('texts with a rating'),
    });
    own = /^guest-linear-\S+-own-\d+-[0-9a-f]+/.exec(stdout)?.[0] ?? '';
    expect(stdout).toContain('It gains');
    await logged(join(dataDir, 'logs', 'recorder.log'), own);
    const before = await counted();
    const file = join(dataDir, 'new.jsonl');
    writeFileSync(file, `${JSON.stringify({ text: 'brand new quorvax here', lang: 'en' })}\n`);
    await bellhopJson(dataDir, 'import', 'reviews', file);
    await pipeline.settle(before.touchpoints + 1);
    expect((await scoreOf('brand new quorvax')).model).toBe(own);
    expect((await scoreOf('zibbly')).model).toBe(shippedModel);
    const [scored] = [await bellhopJson<{ model: string }>(dataDir, 'sentiment', 'score', 'so zibbly')];
    expect(scored.model).toBe(own);
  }, 180_000);

  test('scores the old texts anew by property and period', async () => {
    const before = await counted();
    const [day] = await pipeline.clickhouse.query<{ property_id: string; business_date: string; n: number }>(
      `SELECT property_id, business_date, count() AS n FROM current_touchpoints
       WHERE sentiment_model = {model:String} GROUP BY property_id, business_date ORDER BY n LIMIT 1`,
      { model: shippedModel },
    );
    const period = ['--property', day!.property_id, '--from', day!.business_date, '--to', day!.business_date];
    const done = await bellhopJson(dataDir, 'sentiment', 'rescore', ...period);
    expect(done).toEqual({ model: own, texts: day?.n, rescored: day?.n });
    await pipeline.settle(before.touchpoints);
    expect(await scoredBy()).toEqual({ [own]: day!.n + 1, [shippedModel]: before.texts - day!.n - 1 });
  }, 120_000);

  test('goes on where it was killed, and every rollup follows', async () => {
    const before = await counted();
    const env = { ...process.env, BELLHOP_DATA_DIR: dataDir };
    const killed = spawn(process.execPath, [BIN, 'sentiment', 'rescore'], { env });
    // Its first line of progress says that it is at work.
    await new Promise((resolve) => killed.stderr.once('data', resolve));
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.once('close', resolve));
    await bellhopJson(dataDir, 'sentiment', 'rescore');
    await pipeline.settle(before.touchpoints);
    const after = await counted();
    expect(after).toEqual({ ...before, mentions: after.mentions, even: 1 });
    expect(await scoredBy()).toEqual({ [own]: before.texts });
    const [events] = await pipeline.clickhouse.query<{ n: number; most: number }>(
      'SELECT sum(sign = -1) AS n, max(corrections) AS most FROM (SELECT touchpoint_id, sign, countIf(sign = -1) OVER (PARTITION BY touchpoint_id) AS corrections FROM touchpoint_facts)',
    );
    expect(events).toEqual({ n: before.texts - 1, most: 1 });
    const good = await scoresOf('zibbly');
    expect(good.every(({ sentiment }) => sentiment > 0)).toBe(true);
    expect((await scoresOf('quorvax')).every(({ sentiment }) => sentiment < 0)).toBe(true);
    expect(await bellhopJson(dataDir, 'sentiment', 'rescore')).toEqual({ model: own, texts: 0, rescored: 0 });
    const [journey] = await pipeline.clickhouse.query<{ differ: number }>(
      `SELECT count() AS differ FROM
         (SELECT toString(guest_id) AS guest_id, sentiment FROM guest_journeys FINAL) AS journeys
         INNER JOIN (SELECT toString(assumeNotNull(guest_id)) AS guest_id, avg(toFloat64(sentiment)) AS mean_sentiment
           FROM current_touchpoints WHERE sentiment IS NOT NULL GROUP BY guest_id) AS facts USING (guest_id)
       WHERE abs(journeys.sentiment - facts.mean_sentiment) > 1e-6`,
    );
    expect(journey).toEqual({ differ: 0 });
  }, 180_000);
});

/** Resolves when a log holds a text. */
async function logged(file: string, text: string): Promise<void> {
  while (!readFileSync(file, 'utf8').includes(text)) await delay(50);
}
