import { identifierHashOf, stayIdOf, type Touchpoint } from '@bellhop/contracts';

/** What two touchpoints must not share to be recorded side by side: identifiers, the stay, the room. */
export function keysOf(touchpoint: Touchpoint): string[] {
  const { propertyId, identifiers, reservation } = touchpoint;
  const rooms = [touchpoint.room, reservation?.room].filter((room) => room != null);
  return [
    touchpoint.touchpointId,
    ...identifiers.map(identifierHashOf),
    ...(reservation ? [stayIdOf(propertyId, reservation.code)] : []),
    ...rooms.map((room) => `${propertyId}.${room}`),
  ];
}

/**
 * Splits items into chains: those that share a key, directly or through others, are in one chain, in their order. Chains
 * may run side by side; the items of one chain run one after another.
 */
export function chainsOf<T>(items: readonly T[], keys: (item: T) => readonly string[]): T[][] {
  const parent = items.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  const firstWith = new Map<string, number>();
  items.forEach((item, index) => {
    for (const key of keys(item)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else parent[rootOf(index)] = rootOf(first);
    }
  });
  const chains = new Map<number, T[]>();
  items.forEach((item, index) => {
    const root = rootOf(index);
    const chain = chains.get(root);
    if (chain) chain.push(item);
    else chains.set(root, [item]);
  });
  return [...chains.values()];
}
