import { type Attribution, type Identifier, type IdentifierKind, stableUuid } from '@bellhop/contracts';

/** The guests that hold an identifier: one that a source vouched for, and one that only ever asserted it. */
export interface IdentifierOwners {
  verified: string | undefined;
  asserted: string | undefined;
}

export interface IdentifierClaimed {
  identifierHash: string;
  kind: IdentifierKind;
  verified: boolean;
  guestId: string;
  touchpointId: string;
}

export const unowned: IdentifierOwners = { verified: undefined, asserted: undefined };

/** fold of `identifier-…`: the first claim of each standing holds. A merge will add an event of its own here. */
export function evolveOwners(owners: IdentifierOwners, claim: IdentifierClaimed): IdentifierOwners {
  return claim.verified
    ? { ...owners, verified: owners.verified ?? claim.guestId }
    : { ...owners, asserted: owners.asserted ?? claim.guestId };
}

export interface Resolution {
  guestId: string;
  attribution: Attribution;
  /** What nobody holds yet, what decides first: claimed in this order, so that a redelivery finds the same guest. */
  toClaim: Identifier[];
  /** Other guests whose verified identifiers came along: the evidence for a merge. */
  alsoMatched: string[];
}

/** Strongest first. A reservation may be made by one guest for another, so it gives way to what is the guest's own. */
const STRENGTH: readonly IdentifierKind[] = [
  'loyalty',
  'pms_profile',
  'email',
  'phone',
  'messaging',
  'reservation',
  'social',
  'other',
];

export function strongestFirst(identifiers: readonly Identifier[]): Identifier[] {
  return [...identifiers].sort((a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind));
}

/**
 * Finds the guest of a touchpoint.
 *
 * Verified identifiers join: the strongest one that a guest holds decides. Asserted ones only ever attach: they decide
 * where the touchpoint has no verified one, and never bring a verified identifier to a guest. The first owner stays, so
 * that the same touchpoint resolves to the same guest whenever it comes again.
 */
export function resolveGuest(
  touchpointId: string,
  identifiers: readonly Identifier[],
  ownersOf: (identifier: Identifier) => IdentifierOwners,
): Resolution {
  const ordered = strongestFirst(identifiers);
  const [verified, asserted] = [true, false].map((standing) =>
    ordered.filter((identifier) => identifier.verified === standing),
  ) as [Identifier[], Identifier[]];
  const deciding = verified.length > 0 ? verified : ordered;
  const owners = deciding.map((identifier) => ownerOf(identifier, ownersOf(identifier)));
  const owner = owners.find((guestId) => guestId !== undefined);
  const guestId = owner ?? stableUuid('guest', touchpointId);
  return {
    guestId,
    attribution:
      owner === undefined ? 'new_guest' : verified.length > 0 ? 'verified_identifier' : 'asserted_identifier',
    toClaim: [...verified, ...asserted].filter(
      (identifier) => ownerOf(identifier, ownersOf(identifier)) === undefined,
    ),
    alsoMatched: [...new Set(verified.map((identifier) => ownersOf(identifier).verified))].filter(
      (other) => other !== undefined && other !== guestId,
    ) as string[],
  };
}

/** The guest that an identifier leads to, by its standing. */
export function ownerOf(
  identifier: Pick<Identifier, 'verified'>,
  owners: IdentifierOwners,
): string | undefined {
  return identifier.verified ? owners.verified : (owners.asserted ?? owners.verified);
}
