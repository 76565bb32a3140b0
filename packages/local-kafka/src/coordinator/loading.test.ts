import { expect, test } from '@jest/globals';
import { createLoading } from './loading.js';

const [findCoordinator, joinGroup, produce, initProducerId] = [10, 11, 0, 22];

test('without a loading time nothing is refused', () => {
  expect(createLoading(0).refusalOf(joinGroup, { group: 'g' })).toBe(0);
});

test('with one, a group and a transactional id are refused at first use, and what needs no coordinator is not', () => {
  const loading = createLoading(60_000);
  expect(loading.refusalOf(findCoordinator, { key: 'g', keyType: 0 })).toBe(15);
  expect(loading.refusalOf(joinGroup, { group: 'g' })).toBe(14);
  expect(loading.refusalOf(initProducerId, { transactionalId: 't' })).toBe(14);
  expect(loading.refusalOf(initProducerId, { transactionalId: null })).toBe(0);
  expect(loading.refusalOf(produce, { transactionalId: 't' })).toBe(0);
});
