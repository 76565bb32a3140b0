import { expect, test } from '@jest/globals';
import { RecentEventIds } from './recent-event-ids.js';

test('an id is known in its own stream only', () => {
  const recent = new RecentEventIds(10);
  recent.remember('a', { stream: 's', revision: 3 });
  expect(recent.revisionIn('s', 'a')).toBe(3);
  expect(recent.revisionIn('t', 'a')).toBeUndefined();
});

test('the memory is bounded and forgets the oldest first', () => {
  const recent = new RecentEventIds(2);
  for (const [revision, id] of ['a', 'b', 'c'].entries()) recent.remember(id, { stream: 's', revision });
  expect(['a', 'b', 'c'].map((id) => recent.revisionIn('s', id))).toEqual([undefined, 1, 2]);
});
