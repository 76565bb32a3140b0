import { describe, expect, test } from '@jest/globals';
import {
  earliestReadableMs,
  firstReadableRevision,
  isSoftDeleted,
  readLimitsOf,
  recreatedMetadataJson,
  softDeletedMetadataJson,
} from './truncation.js';

const limitsOf = (json: string) => readLimitsOf(Buffer.from(json));

describe('the metadata document', () => {
  test.each([
    ['{"$maxCount":3}', { maxCount: 3 }],
    ['{"$maxAge":60}', { maxAgeSeconds: 60 }],
    ['{"$tb":7}', { truncateBefore: 7 }],
    ['{"$maxCount":3,"$tb":7,"color":"red"}', { maxCount: 3, truncateBefore: 7 }],
    ['{"$maxCount":0}', {}],
    ['{"$maxCount":"3"}', {}],
    ['[1]', {}],
    ['not json', {}],
    ['', {}],
  ])('%s limits reading to %j', (json, limits) => {
    expect(limitsOf(json)).toEqual(limits);
  });

  test('marks a stream as soft-deleted by a $tb of 2^63 − 1 only', () => {
    expect(isSoftDeleted(limitsOf(softDeletedMetadataJson))).toBe(true);
    expect(isSoftDeleted(limitsOf('{"$tb":9007199254740991}'))).toBe(false);
    expect(isSoftDeleted({})).toBe(false);
  });

  test('keeps its other entries when a deleted stream comes back', () => {
    const document = recreatedMetadataJson(Buffer.from('{"$maxCount":2,"$tb":9223372036854775807}'), 5);
    expect(JSON.parse(Buffer.from(document).toString())).toEqual({ $maxCount: 2, $tb: 5 });
  });
});

describe('the first readable revision', () => {
  test.each([
    [{}, 9, 0],
    [{ maxCount: 3 }, 9, 7],
    [{ maxCount: 30 }, 9, 0],
    [{ truncateBefore: 4 }, 9, 4],
    [{ truncateBefore: 4, maxCount: 3 }, 9, 7],
    [{ truncateBefore: 8, maxCount: 3 }, 9, 8],
    [{ truncateBefore: 40 }, 9, 40],
  ])('under %j with last revision %d is %d', (limits, lastRevision, first) => {
    expect(firstReadableRevision(limits, lastRevision)).toBe(first);
  });
});

test('$maxAge in seconds sets the earliest readable time in milliseconds', () => {
  expect(earliestReadableMs({ maxAgeSeconds: 10 }, 100_000)).toBe(90_000);
  expect(earliestReadableMs({}, 100_000)).toBe(Number.NEGATIVE_INFINITY);
});
