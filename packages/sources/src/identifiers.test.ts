import { describe, expect, test } from '@jest/globals';
import { emailIdentifier, known, phoneIdentifier, reservationIdentifier } from './identifiers.js';

describe('identifiers', () => {
  test('an email is lower-cased and trimmed; what is no address is none', () => {
    expect(emailIdentifier(' Ada@Example.COM ', true)).toMatchObject({
      value: 'ada@example.com',
      verified: true,
    });
    for (const text of ['ada', 'a b@c.d', '', null, undefined])
      expect(emailIdentifier(text, true)).toBeUndefined();
  });

  test('a phone number becomes E.164, a national one by its country', () => {
    expect(phoneIdentifier('+49 (1511) 234567', true)?.value).toBe('+491511234567');
    expect(phoneIdentifier('01511 234567', true, 'DE')?.value).toBe('+491511234567');
    for (const text of ['01511 234567', '12', 'call me', null])
      expect(phoneIdentifier(text, true)).toBeUndefined();
  });

  test('known keeps each once, in order, and of two the one that is vouched for', () => {
    const code = reservationIdentifier('harbour', 'R1', true);
    expect(
      known(emailIdentifier('a@b.c', false), undefined, code, emailIdentifier('A@b.c', true), {
        ...code,
        verified: false,
      }),
    ).toEqual([{ kind: 'email', value: 'a@b.c', scope: '', verified: true }, code]);
  });
});
