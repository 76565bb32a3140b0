import { expect, test } from '@jest/globals';
import { WakeSignal } from './wake-signal.js';

test('a raise before the wait is not forgotten, and is used up by it', async () => {
  const signal = new WakeSignal();
  signal.raise();
  await signal.wait();
  let woken = false;
  const second = signal.wait().then(() => {
    woken = true;
  });
  await Promise.resolve();
  expect(woken).toBe(false);
  signal.raise();
  await second;
  expect(woken).toBe(true);
});
