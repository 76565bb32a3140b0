import { isDeepStrictEqual } from 'node:util';
import type { Kafka } from './connection.js';
import { askCoordinator } from './group-coordinator.js';

export interface Committed {
  offset: string;
  metadata: string;
}

/** The coordinator's answer is older than what this consumer knows: it is to be asked again. */
export class StaleOffset extends Error {
  override name = 'StaleOffset';
  readonly code = 'stale-offset';
  readonly retryable = true;
}

/** What a group has committed for its partitions, as the member knows that they are assigned to. */
export interface CommittedOffsets {
  /** Asked for once, and known from this member's own commits since. Throws StaleOffset. */
  of(partition: number): Promise<Committed | undefined>;
  commit(
    partition: number,
    committed: Committed,
    send: (committed: Committed) => Promise<void>,
  ): Promise<void>;
  /** After a rebalance others may have committed. */
  forget(): void;
}

export function createCommittedOffsets(
  ask: (partition: number) => Promise<Committed | undefined>,
): CommittedOffsets {
  const known = new Map<number, Promise<Committed | undefined>>();
  /** Where a commit got no answer: what was there before, and what it may have brought. Nobody else commits meanwhile. */
  const possible = new Map<number, readonly (Committed | undefined)[]>();
  const askAgain = async (partition: number) => {
    const committed = await ask(partition);
    const may = possible.get(partition);
    if (may && !may.some((one) => isDeepStrictEqual(one, committed))) {
      throw new StaleOffset(
        `the coordinator says ${committed?.offset ?? 'nothing'} of partition ${partition}, which this member has moved on from`,
      );
    }
    return committed;
  };
  return {
    of: (partition) => {
      const committed = known.get(partition) ?? askAgain(partition);
      known.set(partition, committed);
      committed.catch(() => known.delete(partition));
      return committed;
    },
    commit: async (partition, committed, send) => {
      const before = known.get(partition);
      const held = before ? [await before] : possible.get(partition);
      if (held) possible.set(partition, [...held, committed]);
      // Where the answer is lost nobody knows what is committed: it is asked for again.
      known.delete(partition);
      await send(committed);
      known.set(partition, Promise.resolve(committed));
    },
    forget: () => {
      known.clear();
      possible.clear();
    },
  };
}

/**
 * What a group has committed for a partition; undefined where it has committed nothing yet. Throws where the answer says
 * nothing of the partition, as it may when a broker is only just up: that is no answer.
 */
export async function committedOffset(
  kafka: Kafka,
  { group, topic, partition }: { group: string; topic: string; partition: number },
): Promise<Committed | undefined> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const [offsets] = await askCoordinator(() => admin.fetchOffsets({ groupId: group, topics: [topic] }));
    const found = offsets?.partitions.find((entry) => entry.partition === partition);
    if (!found) throw new Error(`the coordinator of ${group} says nothing of ${topic}/${partition}`);
    return found.offset === '-1' ? undefined : { offset: found.offset, metadata: found.metadata ?? '' };
  } finally {
    await admin.disconnect();
  }
}
