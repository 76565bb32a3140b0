import { describe, expect, test } from '@jest/globals';
import { createWaitingRows } from './waiting-rows.js';

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { n: number; text: string });

describe('rows that wait for a reader', () => {
  test('are taken once, in their order', () => {
    const waiting = createWaitingRows();
    for (const n of [1, 2, 3]) waiting.push({ n });
    expect(rowsOf(waiting.takeAll()).map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(waiting.takeAll()).toBe('');
  });

  test('are the last 2,000', () => {
    const waiting = createWaitingRows();
    for (let n = 0; n < 10_000; n++) waiting.push({ n });
    const rows = rowsOf(waiting.takeAll());
    expect(rows).toHaveLength(2000);
    expect([rows[0]!.n, rows.at(-1)!.n]).toEqual([8000, 9999]);
  });

  test('hold no more than 16 MiB, whatever clients put into them', () => {
    const waiting = createWaitingRows();
    const long = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [index, 'x'.repeat(20_000)]));
    for (let n = 0; n < 100; n++) waiting.push({ n, long });
    const text = waiting.takeAll();
    expect(text.length).toBeLessThan(16 * 1024 * 1024);
    expect(rowsOf(text).at(-1)!.n).toBe(99);
  });

  test('are cut between characters', () => {
    const waiting = createWaitingRows();
    waiting.push({ text: `${'x'.repeat(9999)}😀` });
    expect(rowsOf(waiting.takeAll())[0]!.text).toBe('x'.repeat(9999));
  });
});
