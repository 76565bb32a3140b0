import { describe, expect, test } from '@jest/globals';
import { InvalidFilterError, predicateOf } from './event-filter.js';

const event = { stream: 'guest-1', type: 'stay-ended' };

describe('a filter', () => {
  test.each([
    ['stream', '', ['guest-'], true],
    ['stream', '', ['room-', 'guest-'], true],
    ['stream', '', ['stay-'], false],
    ['type', '', ['stay-'], true],
    ['type', '^stay', [], true],
    ['type', '^[^$].*', [], true],
    ['stream', '^\\$', [], false],
    ['stream', '\\d$', [], true],
    ['stream', 'guest\\-', [], true],
    ['stream', '^room', ['guest-'], false],
  ] as const)('on %s by regex %j or prefixes %j answers %s', (on, regex, prefixes, matches) => {
    expect(predicateOf({ on, regex, prefixes })(event)).toBe(matches);
  });

  test.each(['', '(', '[z-a]'])('with the expression %j and no prefix is refused', (regex) => {
    expect(() => predicateOf({ on: 'type', regex, prefixes: [] })).toThrow(InvalidFilterError);
  });
});
