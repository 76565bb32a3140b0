import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { TOPICS } from '@bellhop/contracts';
import type { TopicPartition, TopicPartitionOffsetAndMetadata } from 'kafkajs';
import type { Kafka } from './connection.js';
import { askCoordinator, COORDINATOR_DEADLINE_MS } from './group-coordinator.js';

export interface Committed {
  offset: string;
  metadata: string;
}

/** The coordinator kept answering with what the group had committed some time ago. */
export class StaleOffset extends Error {
  override name = 'StaleOffset';
  readonly code = 'stale-offset';
  readonly retryable = true;
}

/** Commits an offset for the group whose offsets are asked for. */
export type CommitBarrier = (barrier: TopicPartitionOffsetAndMetadata) => Promise<void>;

/** One offset as kafkajs takes many. */
export const offsetsOf = ({ topic, ...partition }: TopicPartitionOffsetAndMetadata) => ({
  topics: [{ topic, partitions: [partition] }],
});

/** What a group has committed for the partitions that a member is assigned to. */
export interface CommittedOffsets {
  /** Asked for once, and known from this member's own commits since. Throws StaleOffset. */
  of(partition: number, commitBarrier: CommitBarrier): Promise<Committed | undefined>;
  commit(
    partition: number,
    committed: Committed,
    send: (committed: Committed) => Promise<void>,
  ): Promise<void>;
  /** After a rebalance others may have committed. */
  forget(): void;
}

export function createCommittedOffsets(
  ask: (partition: number, commitBarrier: CommitBarrier) => Promise<Committed | undefined>,
): CommittedOffsets {
  const known = new Map<number, Promise<Committed | undefined>>();
  let lastAsked: Promise<unknown> = Promise.resolve();
  /** One after the other, since a barrier takes the place of the one before. */
  const askInTurn: typeof ask = (...asked) => {
    const answer = lastAsked.then(() => ask(...asked));
    lastAsked = answer.catch(() => undefined);
    return answer;
  };
  return {
    of: (partition, commitBarrier) => {
      const committed = known.get(partition) ?? askInTurn(partition, commitBarrier);
      known.set(partition, committed);
      committed.catch(() => known.delete(partition));
      return committed;
    },
    commit: async (partition, committed, send) => {
      // Where the answer is lost nobody knows what is committed: it is asked for again.
      known.delete(partition);
      await send(committed);
      known.set(partition, Promise.resolve(committed));
    },
    forget: () => known.clear(),
  };
}

const ASK_AGAIN_MS = 20;

/** Asks a group's coordinator for some offsets, all in one answer; undefined is what the answer leaves out. */
export type AskOffsets = (asked: readonly TopicPartition[]) => Promise<(Committed | undefined)[]>;

/**
 * What a group has committed for a partition, undefined where it has committed nothing yet: never older than the moment of
 * asking. By itself an answer may be: a coordinator that has only just moved to another broker knows of what it has
 * acknowledged only up to its high watermark (KAFKA-15910). So a barrier is committed first, and only an answer that
 * shows it counts, since what a group commits lies in one partition of `__consumer_offsets`, one after the other.
 * Throws StaleOffset, and where the answer says nothing of the partition, as it may when a broker is only just up.
 */
export async function askBehindBarrier(
  ask: AskOffsets,
  asked: TopicPartition,
  commitBarrier: CommitBarrier,
): Promise<Committed | undefined> {
  const barrier = { topic: TOPICS.barriers, partition: 0, offset: '0', metadata: randomUUID() };
  for (const startedAt = Date.now(); ; await delay(ASK_AGAIN_MS)) {
    await commitBarrier(barrier);
    const [committed, seen] = await ask([asked, barrier]);
    if (!committed) throw new Error(`the coordinator says nothing of ${asked.topic}/${asked.partition}`);
    if (seen?.metadata === barrier.metadata) return committed.offset === '-1' ? undefined : committed;
    if (Date.now() - startedAt > COORDINATOR_DEADLINE_MS)
      throw new StaleOffset(
        `the coordinator does not show what was committed ${COORDINATOR_DEADLINE_MS} ms ago`,
      );
  }
}

/** What a group has committed for a partition, asked behind a barrier. */
export async function committedOffset(
  kafka: Kafka,
  { group, ...asked }: TopicPartition & { group: string },
  commitBarrier: CommitBarrier,
): Promise<Committed | undefined> {
  const admin = kafka.admin();
  await admin.connect();
  const ask: AskOffsets = async (partitions) => {
    const topics = partitions.map(({ topic }) => topic);
    const answers = await askCoordinator(() => admin.fetchOffsets({ groupId: group, topics }));
    return partitions.map(({ topic, partition }) => {
      const found = answers
        .find((answer) => answer.topic === topic)
        ?.partitions.find((entry) => entry.partition === partition);
      return found && { offset: found.offset, metadata: found.metadata ?? '' };
    });
  };
  try {
    return await askBehindBarrier(ask, asked, commitBarrier);
  } finally {
    await admin.disconnect();
  }
}
