import { identifierHashOf, STREAMS, type Touchpoint } from '@bellhop/contracts';
import {
  type Attributed,
  type IdentifierOwners,
  occupantOf,
  type Resolution,
  resolveGuest,
  unowned,
} from '@bellhop/domain';
import type { Histories } from './histories.js';

/** Whom a touchpoint belongs to, and the identifiers that the guest is still to claim. */
export interface Attribution {
  attributed: Attributed;
  toClaim: Resolution['toClaim'];
}

/** Finds the guest by identifiers, or by who occupied the room; a person who leaves no identifier is a guest of their own. */
export async function attribute(
  touchpoint: Touchpoint,
  { identifiers, rooms }: Histories,
): Promise<Attribution> {
  if (touchpoint.identifiers.length === 0 && touchpoint.room !== null) {
    const { state } = await rooms.load(STREAMS.room(touchpoint.propertyId, touchpoint.room));
    const occupant = occupantOf(state, touchpoint);
    return {
      toClaim: [],
      attributed: occupant
        ? { guestId: occupant.guestId, stayId: occupant.stayId, attribution: 'occupancy', alsoMatched: [] }
        : { guestId: null, attribution: 'none', alsoMatched: [] },
    };
  }
  const owners = new Map<string, IdentifierOwners>();
  for (const identifier of touchpoint.identifiers) {
    const hash = identifierHashOf(identifier);
    owners.set(hash, (await identifiers.load(STREAMS.identifier(hash))).state);
  }
  const { toClaim, ...attributed } = resolveGuest(
    touchpoint.touchpointId,
    touchpoint.identifiers,
    (identifier) => owners.get(identifierHashOf(identifier)) ?? unowned,
  );
  return { toClaim, attributed };
}
