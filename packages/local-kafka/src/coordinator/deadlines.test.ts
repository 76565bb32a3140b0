import { expect, test } from '@jest/globals';
import { createDeadlines } from './deadlines.js';

const block = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test('trap: a deadline that passed while the process stood still gets one more period', async () => {
  const deadlines = createDeadlines();
  const startedMs = performance.now();
  const rung = new Promise<number>((resolve) => {
    deadlines.start('session', 20, () => resolve(performance.now() - startedMs));
  });
  block(300);
  expect(await rung).toBeGreaterThanOrEqual(315);
});

test('a deadline that is stopped, or started again, does not ring', async () => {
  const deadlines = createDeadlines();
  const rings: string[] = [];
  deadlines.start('stopped', 1, () => rings.push('stopped'));
  deadlines.start('again', 1, () => rings.push('first'));
  deadlines.stop('stopped');
  await new Promise<void>((resolve) => {
    deadlines.start('again', 5, () => {
      rings.push('second');
      resolve();
    });
  });
  expect(rings).toEqual(['second']);
});
