import { expect, test } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

test('what arrives while a group is being written becomes the next group, in order', async () => {
  const groups: string[][] = [];
  const commit = new GroupCommit<string, string>(async (items) => {
    groups.push([...items]);
    return items.map((item) => item.toUpperCase());
  });
  const first = [commit.submit('a'), commit.submit('b')];
  const second = first[0]?.then(() => Promise.all([commit.submit('c'), commit.submit('d')]));
  expect(await Promise.all(first)).toEqual(['A', 'B']);
  expect(await second).toEqual(['C', 'D']);
  expect(groups).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a group that fails rejects its own items and the next group goes on', async () => {
  const commit = new GroupCommit<string, string>(async (items) => {
    if (items.includes('bad')) throw new Error('disk full');
    return items;
  });
  await expect(Promise.all([commit.submit('bad')])).rejects.toThrow('disk full');
  expect(await commit.submit('good')).toBe('good');
});

test('settled waits for everything that was submitted', async () => {
  const done: string[] = [];
  const commit = new GroupCommit<string, void>(async (items) => {
    await Promise.resolve();
    done.push(...items);
    return items.map(() => undefined);
  });
  void commit.submit('a');
  await commit.settled();
  expect(done).toEqual(['a']);
});
