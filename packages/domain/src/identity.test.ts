import { type Identifier, identifierHashOf, stableUuid } from '@bellhop/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  evolveOwners,
  type IdentifierOwners,
  ownerOf,
  resolveGuest,
  strongestFirst,
  unowned,
} from './identity.js';
import { identifier } from './touchpoint.fixture.js';

/** The identifier streams of a small world. */
class Owners {
  readonly #owners = new Map<string, IdentifierOwners>();
  readonly of = (given: Identifier) => this.#owners.get(identifierHashOf(given)) ?? unowned;

  claim(given: Identifier, guestId: string): void {
    const identifierHash = identifierHashOf(given);
    const { kind, verified } = given;
    const claim = { identifierHash, kind, verified, guestId, touchpointId: 't' };
    this.#owners.set(identifierHash, evolveOwners(this.of(given), claim));
  }

  /** As the recorder does it: resolve, then claim, all of it or the first few. */
  record(touchpointId: string, identifiers: Identifier[], claims = Number.POSITIVE_INFINITY) {
    const resolution = resolveGuest(touchpointId, identifiers, this.of);
    for (const given of resolution.toClaim.slice(0, claims)) this.claim(given, resolution.guestId);
    return resolution;
  }
}

const newGuestOf = (touchpointId: string) => stableUuid('guest', touchpointId);
const email = identifier('email', 'ann@example.com');
const loyalty = identifier('loyalty', 'L1');
const phone = identifier('phone', '+374');
const unverified = (given: Identifier) => ({ ...given, verified: false });

describe('the guest of a touchpoint', () => {
  test('that nobody is known by is a new one, who claims all of its identifiers', () => {
    expect(resolveGuest('t1', [email, loyalty], () => unowned)).toEqual({
      guestId: newGuestOf('t1'),
      attribution: 'new_guest',
      toClaim: [loyalty, email],
      alsoMatched: [],
    });
  });

  test('is whom the strongest verified identifier belongs to; the others are evidence for a merge', () => {
    const owners = new Owners();
    owners.claim(email, 'by-email');
    owners.claim(loyalty, 'by-loyalty');
    expect(owners.record('t1', [email, phone, loyalty])).toEqual({
      guestId: 'by-loyalty',
      attribution: 'verified_identifier',
      toClaim: [phone],
      alsoMatched: ['by-email'],
    });
  });

  test('is never decided by an asserted identifier where there is a verified one', () => {
    const owners = new Owners();
    owners.claim(loyalty, 'by-loyalty');
    const { guestId, toClaim, alsoMatched } = owners.record('t1', [unverified(loyalty), email]);
    expect({ guestId, toClaim, alsoMatched }).toEqual({
      guestId: newGuestOf('t1'),
      toClaim: [email],
      alsoMatched: [],
    });
  });

  test('is found by asserted identifiers where there is nothing better', () => {
    const owners = new Owners();
    owners.claim(email, 'by-email');
    const { guestId, attribution } = owners.record('t1', [unverified(email)]);
    expect({ guestId, attribution }).toEqual({ guestId: 'by-email', attribution: 'asserted_identifier' });
  });

  test('who first asserted an identifier keeps it when somebody else is vouched for', () => {
    const owners = new Owners();
    const asserted = owners.record('t1', [unverified(email)]).guestId;
    const verified = owners.record('t2', [email]).guestId;
    expect(verified).not.toBe(asserted);
    expect(owners.record('t3', [unverified(email)]).guestId).toBe(asserted);
    expect(owners.record('t4', [email]).guestId).toBe(verified);
  });
});

const identifiers = fc.array(
  fc.record({
    kind: fc.constantFrom('loyalty' as const, 'email' as const, 'phone' as const, 'social' as const),
    value: fc.constantFrom('1', '2', '3'),
    scope: fc.constant(''),
    verified: fc.boolean(),
  }),
  { maxLength: 4 },
);
const worlds = fc.array(identifiers, { minLength: 1, maxLength: 12 });

describe('identity', () => {
  test('resolves a touchpoint to the same guest whatever is claimed afterwards', () => {
    fc.assert(
      fc.property(worlds, identifiers, worlds, (before, given, after) => {
        const owners = new Owners();
        for (const [index, each] of before.entries()) owners.record(`before${index}`, each);
        const first = owners.record('t', given);
        for (const [index, each] of after.entries()) owners.record(`after${index}`, each);
        const again = owners.record('t', given);
        expect(again.guestId).toBe(first.guestId);
        expect(again.toClaim).toEqual([]);
      }),
    );
  });

  test('does so from the first claim of what decides on: a crash between claims changes nothing', () => {
    fc.assert(
      fc.property(worlds, identifiers, worlds, (before, given, after) => {
        const owners = new Owners();
        for (const [index, each] of before.entries()) owners.record(`before${index}`, each);
        const first = owners.record('t', given, 1);
        for (const [index, each] of after.entries()) owners.record(`after${index}`, each);
        const again = owners.record('t', given);
        const wasDecided = first.attribution !== 'new_guest' || first.toClaim.length > 0;
        if (wasDecided && given.some(({ verified }) => verified)) expect(again.guestId).toBe(first.guestId);
      }),
    );
  });

  test('never joins verified guests by what is only asserted', () => {
    fc.assert(
      fc.property(worlds, (touchpoints) => {
        const [all, verifiedOnly] = [new Owners(), new Owners()];
        for (const [index, given] of touchpoints.entries()) {
          const verified = given.filter((each) => each.verified);
          const { guestId } = all.record(`t${index}`, given);
          if (verified.length > 0) expect(guestId).toBe(verifiedOnly.record(`t${index}`, verified).guestId);
        }
      }),
    );
  });

  test('gives each identifier one owner of each standing, the first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c'))), (claims) => {
        const owners = claims.reduce<IdentifierOwners>(
          (state, [verified, guestId]) =>
            evolveOwners(state, { identifierHash: 'h', kind: 'email', verified, guestId, touchpointId: 't' }),
          unowned,
        );
        const first = (standing: boolean) => claims.find(([verified]) => verified === standing)?.[1];
        expect(owners).toEqual({ verified: first(true), asserted: first(false) });
        expect(ownerOf({ verified: true }, owners)).toBe(first(true));
        expect(ownerOf({ verified: false }, owners)).toBe(first(false) ?? first(true));
      }),
    );
  });

  test('orders identifiers by strength, and leaves equals in their order', () => {
    const social = identifier('social', 's');
    const second = identifier('email', 'second@example.com');
    expect(strongestFirst([social, email, second, loyalty])).toEqual([loyalty, email, second, social]);
  });
});
