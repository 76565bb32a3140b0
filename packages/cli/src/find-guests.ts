import { type HotelGroup, type Identifier, identifierHashOf, STREAMS } from '@bellhop/contracts';
import { evolveOwners, type IdentifierClaimed, unowned } from '@bellhop/domain';
import type { EventStore } from '@bellhop/eventstore';
import { emailIdentifier, phoneIdentifier } from '@bellhop/sources';

/** A guest that holds an identifier. */
export interface FoundGuest {
  guestId: string;
  kind: string;
  scope: string;
  standing: 'verified' | 'asserted';
}

const GUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The guests behind what a person knows of them: an email, a phone number, a reservation code, a profile id, a handle or a guest id. */
export async function findGuests(store: EventStore, group: HotelGroup, text: string): Promise<FoundGuest[]> {
  if (GUEST_ID.test(text)) return [{ guestId: text, kind: 'guest', scope: '', standing: 'verified' }];
  const found = await Promise.all(
    candidates(group, text).map(async (identifier) => {
      const events = await store.read(STREAMS.identifier(identifierHashOf(identifier)));
      const owners = events.reduce(
        (state, { data }) => evolveOwners(state, data as IdentifierClaimed),
        unowned,
      );
      return (['verified', 'asserted'] as const).flatMap((standing): FoundGuest[] => {
        const guestId = owners[standing];
        return guestId ? [{ guestId, kind: identifier.kind, scope: identifier.scope, standing }] : [];
      });
    }),
  );
  return found.flat();
}

/** What the text may be. Streams are named by hash, so each possible scope is asked for. */
function candidates(group: HotelGroup, text: string): Pick<Identifier, 'kind' | 'scope' | 'value'>[] {
  const value = text.trim();
  const email = emailIdentifier(value, true);
  if (email) return [email];
  const phones = ['', ...new Set(group.properties.map(({ country }) => country))].map((country) =>
    phoneIdentifier(value, true, country || undefined),
  );
  const scoped = (kind: Identifier['kind'], scopes: readonly string[]) =>
    [...new Set(scopes)].map((scope) => ({ kind, scope, value }));
  const accounts = group.accounts.map(({ vendor, account }) => `${vendor}:${account}`);
  const vendors = group.accounts.flatMap(({ vendor, properties }) => [
    vendor,
    ...Object.keys(properties).map((id) => `${vendor}:${id}`),
  ]);
  const kinds = ['loyalty', 'pms_profile', 'messaging', 'social', 'other'] as const;
  return [
    ...phones.slice(0, 1).filter((phone) => phone !== undefined),
    ...phones
      .slice(1)
      .filter((phone) => phone !== undefined && phones[0] === undefined)
      .map((phone) => phone as Identifier),
    ...scoped(
      'reservation',
      group.properties.map(({ propertyId }) => propertyId),
    ),
    ...kinds.flatMap((kind) => scoped(kind, ['', ...accounts, ...vendors])),
  ];
}
