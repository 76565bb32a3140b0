import { describe, expect, test } from '@jest/globals';
import { retry } from './retry.js';

const failing = (failures: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= failures) throw new Error(`failure ${calls}`);
    return calls;
  };
};
const options = { attempts: 3, firstDelayMs: 0, maxDelayMs: 0, retryable: () => true };

describe('a retried action', () => {
  test('is called until it succeeds', async () => {
    const retried: number[] = [];
    const onRetry = (_error: unknown, attempt: number) => retried.push(attempt);
    expect(await retry(failing(2), { ...options, onRetry })).toBe(3);
    expect(retried).toEqual([1, 2]);
  });

  test('fails with its last error, after so many attempts or at once where it would fail for good', async () => {
    await expect(retry(failing(3), options)).rejects.toThrow('failure 3');
    await expect(retry(failing(3), { ...options, retryable: () => false })).rejects.toThrow('failure 1');
  });
});
