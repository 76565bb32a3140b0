import { expect, test } from '@jest/globals';
import { labelOf } from './own-texts.js';

test.each([
  ['nps', 0, 10, { 0: 'neg', 6: 'neg', 7: 'neu', 8: 'neu', 9: 'pos', 10: 'pos' }],
  ['review', 1, 5, { 1: 'neg', 2: 'neg', 3: 'neu', 4: 'pos', 5: 'pos' }],
  ['review', 1, 10, { 1: 'neg', 4: 'neg', 5: 'neu', 7: 'neu', 8: 'pos', 10: 'pos' }],
  ['csat', 0, 1, { 0: 'neg', 1: 'pos' }],
] as const)(
  'a rating on the scale of %s from %s to %s labels its text',
  (metric, scale_min, scale_max, labels) => {
    const labelled = Object.keys(labels).map((value) => [
      value,
      labelOf({ metric, value: Number(value), scale_min, scale_max }),
    ]);
    expect(Object.fromEntries(labelled)).toEqual(labels);
  },
);
