import { expect, test } from '@jest/globals';
import { createGate } from './gate.js';

test('lets many in together, and one alone when they are out', async () => {
  const gate = createGate();
  const events: string[] = [];
  const leave: Array<() => void> = [];
  const stay = (name: string) => () =>
    new Promise<void>((resolve) => {
      events.push(name);
      leave.push(resolve);
    });
  const first = gate.shared(stay('a'));
  const second = gate.shared(stay('b'));
  await new Promise(setImmediate);
  const alone = gate.alone(async () => void events.push('alone'));
  const later = gate.shared(async () => void events.push('later'));
  await new Promise(setImmediate);
  expect(events).toEqual(['a', 'b']);
  for (const each of leave) each();
  await Promise.all([first, second, alone, later]);
  expect(events).toEqual(['a', 'b', 'alone', 'later']);
});

test('opens again after work that failed', async () => {
  const gate = createGate();
  await expect(gate.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const both = await Promise.all([gate.alone(async () => 1), gate.shared(async () => 2)]);
  expect(both).toEqual([1, 2]);
});
