import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chainsOf, keysOf } from './chains.js';
import { email, heardInRoom, stayTold, touchpoint } from './touchpoint.fixture.js';

/** Items that share keys, directly or through others: joined by trying every pair until nothing changes. */
function joinedByForce(items: readonly string[][]): Set<number>[] {
  const chains = items.map((_, index) => new Set([index]));
  const share = (one: Set<number>, other: Set<number>) =>
    [...one].some((a) => [...other].some((b) => items[a]!.some((key) => items[b]!.includes(key))));
  for (let joined = true; joined; ) {
    joined = false;
    for (const one of [...chains]) {
      const other = chains.find(
        (candidate) => candidate !== one && chains.includes(one) && share(one, candidate),
      );
      if (!other) continue;
      chains.splice(chains.indexOf(other), 1);
      for (const index of other) one.add(index);
      joined = true;
    }
  }
  return chains;
}

describe('chains', () => {
  test('hold together whatever shares a key, through others too, and nothing else', () => {
    const items = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 3 }), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(items, (keys) => {
        const chains = chainsOf([...keys.keys()], (index) => keys[index]!);
        const asText = (sets: Iterable<Iterable<number>>) =>
          [...sets].map((set) => [...set].sort((a, b) => a - b).join()).sort();
        expect(asText(chains)).toEqual(asText(joinedByForce(keys)));
        for (const chain of chains) expect(chain).toEqual([...chain].sort((a, b) => a - b));
      }),
    );
  });
});

describe('two touchpoints are recorded one after the other', () => {
  const checkIn = stayTold('in', 'checked_in', { code: 'R1', at: 10, guest: 'L1', room: '101' });
  test.each([
    [
      'of one identifier, verified or not',
      touchpoint('a', { identifiers: [email('x@example.com')] }),
      touchpoint('b', { identifiers: [email('x@example.com', false)] }),
    ],
    ['of one stay', checkIn, stayTold('out', 'checked_out', { code: 'R1', at: 11, guest: 'L2' })],
    ['of one room', checkIn, heardInRoom('door', '101', 11)],
    ['that are the same', touchpoint('a'), touchpoint('a')],
  ])('%s', (_name, one, other) => {
    expect(chainsOf([one, other], keysOf)).toHaveLength(1);
  });

  test('but side by side where they share nothing: another property has other rooms and stays', () => {
    const elsewhere = { ...checkIn, touchpointId: 'x', propertyId: 'hilltop', identifiers: [] };
    expect(chainsOf([checkIn, elsewhere], keysOf)).toHaveLength(2);
  });
});
