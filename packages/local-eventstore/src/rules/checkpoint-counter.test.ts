import { expect, test } from '@jest/globals';
import { checkpointCounter } from './checkpoint-counter.js';

test.each([
  [{ window: 2, multiplier: 3 }, 20, [6, 12, 18]],
  [{ window: 32, multiplier: 1 }, 65, [32, 64]],
  [{ window: 1, multiplier: 1 }, 3, [1, 2, 3]],
  [{ window: 0, multiplier: 0 }, 2, [1, 2]],
])('a checkpoint is due every window × multiplier events: %j', (interval, count, due) => {
  const counter = checkpointCounter(interval);
  const seen = Array.from({ length: count }, (_, index) => index + 1).filter(() => counter.countOne());
  expect(seen).toEqual(due);
});
