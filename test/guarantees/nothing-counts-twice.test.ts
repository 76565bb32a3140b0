import type { Service } from '@bellhop/stack';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Pipeline, startPipeline } from '../support/pipeline.js';

/** Every place where one step of a service has ended and the next has not begun. */
const STEP_BOUNDARIES: [Service, string][] = [
  ['recorder', 'identifiers-claimed'],
  ['recorder', 'stay-told'],
  ['recorder', 'stay-recorded'],
  ['recorder', 'guest-recorded'],
  ['recorder', 'batch-recorded'],
  ['recorder', 'batch-committed'],
  ['relay', 'batch-encoded'],
  ['relay', 'records-sent'],
  ['relay', 'position-sent'],
  ['relay', 'batch-published'],
  ['warehouse', 'intent-written'],
  ['warehouse', 'touchpoints-inserted'],
  ['warehouse', 'ratings-inserted'],
  ['warehouse', 'batch-inserted'],
  ['warehouse', 'batch-committed'],
];
const DELIVERIES_A_BOUNDARY = 40;

describe('Nothing counts twice', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await startPipeline({ seed: 'nothing-counts-twice', days: 4 });
  }, 120_000);
  afterAll(() => pipeline?.close(), 60_000);

  test.each(STEP_BOUNDARIES)(
    'when %s is killed at %s, it goes on from there',
    async (service, boundary) => {
      const { serviceEnv } = pipeline;
      const usual = serviceEnv[service] ?? {};
      const killed = pipeline.process(service);
      // Started again with the order to kill itself the second time that it passes the boundary.
      serviceEnv[service] = { ...usual, CRASH_AT: `${boundary}:2` };
      const down = killed.down();
      killed.kill('SIGTERM');
      await down;
      await killed.ready();
      const crashed = killed.down();
      await pipeline.feedNext(DELIVERIES_A_BOUNDARY);
      await crashed;
      serviceEnv[service] = usual;
      await killed.ready();
      expect(pipeline.left()).toBeGreaterThan(0);
    },
    60_000,
  );

  test('after all of these, every figure in ClickHouse equals the simulator’s truth', async () => {
    await pipeline.feedNext(pipeline.left());
    expect(await pipeline.differences()).toEqual([]);
  }, 120_000);

  test('delivering a day again changes no figure', async () => {
    await pipeline.feedAgain(0, 250);
    expect(await pipeline.differences()).toEqual([]);
  }, 120_000);
});
