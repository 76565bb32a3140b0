import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Pipeline, startPipeline } from '../support/pipeline.js';
import { createRandom, type Random } from '../support/random.js';

const PROCESSES = [
  'local-kafka',
  'local-eventstore',
  'local-clickhouse',
  'local-schema-registry',
  'local-mqtt',
  'ingest',
  'recorder',
  'relay',
  'warehouse',
  'journeys',
];
const KILLS = 20;
const seed = process.env.SEED ?? String(Date.now() % 1_000_000);

describe(`Nothing accepted is lost (SEED=${seed})`, () => {
  let pipeline: Pipeline;
  let random: Random;
  beforeAll(async () => {
    random = createRandom(Number(seed));
    pipeline = await startPipeline({ seed: `nothing-accepted-is-lost-${seed}`, days: 6 });
  }, 120_000);
  afterAll(() => pipeline?.close(), 60_000);

  test('services and servers are killed at random moments while the hotels live', async () => {
    // Each process once, in random order, then as chance will have it.
    const victims = [
      ...random.shuffled(PROCESSES),
      ...Array.from({ length: KILLS - PROCESSES.length }, () => random.pick(PROCESSES)),
    ];
    // Enough is left for the end.
    const chunk = Math.floor(pipeline.left() / (victims.length + 1));
    for (const name of victims) {
      const victim = pipeline.process(name);
      const fed = pipeline.feedNext(chunk);
      await pipeline.until(random.between(0, 20));
      // The relay may be down by itself just then, since it ends when it loses the event store: that counts as killed.
      await victim.kill('SIGKILL');
      await Promise.all([fed, victim.ready()]);
    }
  }, 600_000);

  test('afterwards ClickHouse holds exactly what was accepted', async () => {
    await pipeline.feedNext(pipeline.left());
    expect(await pipeline.differences()).toEqual([]);
  }, 240_000);
});
