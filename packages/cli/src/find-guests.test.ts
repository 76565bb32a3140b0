import { hotelGroupSchema, type Identifier, identifierHashOf, STREAMS, stableUuid } from '@bellhop/contracts';
import type { EventStore, StoredEvent } from '@bellhop/eventstore';
import { describe, expect, test } from '@jest/globals';
import { findGuests } from './find-guests.js';

const group = hotelGroupSchema.parse({
  name: 'Seaside Hotels',
  properties: [
    { propertyId: 'harbour', name: 'Harbour House', timeZone: 'Europe/Berlin', country: 'DE' },
    { propertyId: 'hilltop', name: 'Hilltop', timeZone: 'Asia/Yerevan', country: 'AM' },
  ],
  accounts: [
    { vendor: 'cloudbeds', account: 'main', secret: 'a-secret-of-ours', properties: { 7: 'harbour' } },
    { vendor: 'facebook', account: 'page', secret: 'a-secret-of-ours', properties: { 42: 'harbour' } },
    { vendor: 'tripadvisor', account: 'main', secret: 'a-secret-of-ours' },
    { vendor: 'whatsapp', account: 'main', secret: 'a-secret-of-ours' },
  ],
});

type Claimed = Omit<Identifier, 'verified'> & { verified?: boolean; guestId: string };

/** A store that holds claims of identifiers. */
function storeOf(claims: readonly Claimed[]): EventStore {
  const refused = () => Promise.reject(new Error('only reads are expected'));
  return {
    read: async (stream) =>
      claims
        .filter((claim) => STREAMS.identifier(identifierHashOf(claim)) === stream)
        .map(
          ({ verified = true, guestId, kind }, revision): StoredEvent => ({
            id: `e${revision}`,
            type: 'IdentifierClaimed',
            stream,
            revision,
            position: revision,
            createdAt: 0,
            data: { identifierHash: stream, kind, verified, guestId, touchpointId: 't' },
          }),
        ),
    append: refused,
    subscribe: () => {
      throw new Error('only reads are expected');
    },
    lastPosition: refused,
    close: async () => undefined,
  };
}

describe('finding guests', () => {
  test.each<[string, Omit<Identifier, 'verified'>, string]>([
    [
      'an email, however it is written',
      { kind: 'email', scope: '', value: 'ann@example.com' },
      ' Ann@Example.com ',
    ],
    [
      'a phone number with its country',
      { kind: 'phone', scope: '', value: '+37410123456' },
      '+374 10 123456',
    ],
    [
      'a phone number as one of the properties would dial it',
      { kind: 'phone', scope: '', value: '+493012345678' },
      '030 12345678',
    ],
    ['a reservation code', { kind: 'reservation', scope: 'hilltop', value: 'R-7' }, 'R-7'],
    ['a loyalty number', { kind: 'loyalty', scope: '', value: 'GOLD7' }, 'GOLD7'],
    [
      'a profile of the property system',
      { kind: 'pms_profile', scope: 'cloudbeds:main', value: '555' },
      '555',
    ],
    ['a social handle', { kind: 'social', scope: 'tripadvisor', value: 'annt' }, 'annt'],
    ['an id of a page', { kind: 'social', scope: 'facebook:42', value: '2468' }, '2468'],
    ['an id of a messenger', { kind: 'messaging', scope: 'whatsapp', value: 'AM.123' }, 'AM.123'],
  ])('by %s', async (_name, identifier, text) => {
    const { kind, scope } = identifier;
    expect(await findGuests(storeOf([{ ...identifier, guestId: 'g1' }]), group, text)).toEqual([
      { guestId: 'g1', kind, scope, standing: 'verified' },
    ]);
  });

  test('tells who was vouched for from who was only asserted', async () => {
    const email = { kind: 'email' as const, scope: '', value: 'ann@example.com' };
    const store = storeOf([
      { ...email, guestId: 'asserted', verified: false },
      { ...email, guestId: 'verified' },
      { ...email, guestId: 'too late' },
    ]);
    const found = await findGuests(store, group, 'ann@example.com');
    expect(found.map(({ guestId, standing }) => [guestId, standing])).toEqual([
      ['verified', 'verified'],
      ['asserted', 'asserted'],
    ]);
  });

  test('by a guest id asks nobody, and by what nobody has finds nobody', async () => {
    const guestId = stableUuid('guest', 't1');
    expect(await findGuests(storeOf([]), group, guestId)).toMatchObject([{ guestId }]);
    expect(await findGuests(storeOf([]), group, 'nobody')).toEqual([]);
  });
});
