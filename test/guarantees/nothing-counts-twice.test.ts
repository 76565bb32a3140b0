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

  /** Starts the service again with the order to kill itself at a boundary, and feeds it until it has and is up again. */
  const killAt = async (service: Service, crashAt: string) => {
    const { serviceEnv } = pipeline;
    const usual = serviceEnv[service] ?? {};
    const killed = pipeline.stack.processes.get(service)!;
    serviceEnv[service] = { ...usual, CRASH_AT: crashAt };
    await killed.kill('SIGTERM');
    await killed.ready();
    const crashed = killed.down();
    await pipeline.feedNext(DELIVERIES_A_BOUNDARY);
    await crashed;
    serviceEnv[service] = usual;
    await killed.ready();
    expect(pipeline.left()).toBeGreaterThan(0);
  };

  test('when relay is killed in the first transaction of all, it goes on from there', async () => {
    await killAt('relay', 'records-sent:1');
  }, 60_000);

  test.each(STEP_BOUNDARIES)(
    'when %s is killed at %s, the second time that it comes there, it goes on from there',
    (service, boundary) => killAt(service, `${boundary}:2`),
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
