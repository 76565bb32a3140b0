import { describe, expect, test } from '@jest/globals';
import { withoutCardNumbers } from './card-numbers.js';

describe('withoutCardNumbers', () => {
  test.each(['4111111111111111', '4111 1111 1111 1111', '5500-0000-0000-0004', '3782 822463 10005'])(
    'takes the card number %s out of a sentence',
    (card) => {
      expect(withoutCardNumbers(`please charge ${card}, thanks`)).toBe(
        'please charge [card number removed], thanks',
      );
    },
  );

  test.each(['4111111111111112', '+49 1511 2345678', '101259571653026', 'booking 2026070120260705'])(
    'leaves %s, which is no card number',
    (text) => {
      expect(withoutCardNumbers(text)).toBe(text);
    },
  );
});
