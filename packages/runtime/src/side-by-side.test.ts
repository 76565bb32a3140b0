import { describe, expect, test } from '@jest/globals';
import { sideBySide } from './side-by-side.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('work side by side', () => {
  test('does each item once, in order of their start, at most so many at a time', async () => {
    const started: number[] = [];
    let [running, most] = [0, 0];
    await sideBySide([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      started.push(item);
      most = Math.max(most, ++running);
      await turn();
      running -= 1;
    });
    expect({ started, most, running }).toEqual({ started: [1, 2, 3, 4, 5, 6, 7], most: 3, running: 0 });
  });

  test('ends with the first failure, once what is under way has ended', async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      if (item === 2) throw new Error('no');
      await turn();
      ended.push(item);
    };
    await expect(sideBySide([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('no');
    expect(ended).toEqual([1]);
  });
});
