import { describe, expect, test } from '@jest/globals';
import { askCoordinator, isCoordinatorBusy } from './group-coordinator.js';

const protocolError = (type: string) => Object.assign(new Error(type), { type });
const BUSY = [
  'GROUP_LOAD_IN_PROGRESS',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'NOT_COORDINATOR_FOR_GROUP',
  'CONCURRENT_TRANSACTIONS',
];

describe('the coordinator', () => {
  test('is asked again for as long as it is busy', async () => {
    const answers = [...BUSY];
    const answer = await askCoordinator(async () => {
      const type = answers.shift();
      if (type) throw protocolError(type);
      return 'offsets';
    }, 0);
    expect(answer).toBe('offsets');
    expect(answers).toEqual([]);
  });

  test('is not asked again when it refuses for another reason', async () => {
    let asked = 0;
    const asking = askCoordinator(async () => {
      asked += 1;
      throw protocolError('INVALID_PRODUCER_EPOCH');
    }, 0);
    await expect(asking).rejects.toThrow('INVALID_PRODUCER_EPOCH');
    expect(asked).toBe(1);
  });

  test('is known to be busy under what a client has wrapped around its answer', () => {
    const wrapped = new Error('retries exceeded', { cause: protocolError('GROUP_LOAD_IN_PROGRESS') });
    expect(isCoordinatorBusy(wrapped)).toBe(true);
    expect(isCoordinatorBusy(new Error('retries exceeded', { cause: new Error('closed') }))).toBe(false);
  });
});
