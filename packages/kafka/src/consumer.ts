import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import {
  type CommitBarrier,
  type CommittedOffsets,
  committedOffset,
  createCommittedOffsets,
  offsetsOf,
} from './committed-offsets.js';
import type { Kafka, KafkaRecord } from './connection.js';
import { COORDINATOR_DEADLINE_MS, isCoordinatorBusy } from './group-coordinator.js';

/** What a batch handler is given. All of its records are of one partition, in offset order, without gaps in what is visible. */
export interface RecordBatch {
  topic: string;
  partition: number;
  records: readonly KafkaRecord[];
  /** The offset that follows the last one of the batch: what to commit once it is done. */
  nextOffset: string;
  /** Commits an offset, with metadata of the consumer's own. Throws when the partition has been taken away. */
  commit(offset: string, metadata?: string): Promise<void>;
  /** What the group has committed for the partition: as it was when the partition was assigned, or by this consumer since. */
  committed(): Promise<{ offset: string; metadata: string } | undefined>;
  /** Whether the partition was taken away or the consumer is stopping: what is left of the batch goes to whoever has it next. */
  isStale(): boolean;
}

export interface ConsumerOptions {
  kafka: Kafka;
  group: string;
  topic: string;
  onBatch(batch: RecordBatch): Promise<void>;
  /** Called once when the consumer can't go on: a fault that kafkajs does not retry, or a handler that keeps throwing. */
  onCrash(error: unknown): void;
  /** How long the group waits for a member that is gone before others take its partitions. */
  sessionTimeoutMs: number;
  /** How long Kafka gathers records for one batch when few arrive: latency for fewer, larger batches. */
  lingerMs?: number;
  /** Partitions that are worked on side by side. */
  concurrency?: number;
}

export interface RunningConsumer {
  /** Finishes the batch under way and leaves the group. */
  close(): Promise<void>;
}

/**
 * Consumes a topic batch by batch, as one member of a group. Offsets move only when the handler commits them; a handler
 * that throws sees the same records again. Only committed transactions are visible.
 */
export async function consume(options: ConsumerOptions): Promise<RunningConsumer> {
  const { kafka, group, topic, onBatch, onCrash } = options;
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: options.sessionTimeoutMs,
    heartbeatInterval: HEARTBEAT_MS,
    rebalanceTimeout: 2 * options.sessionTimeoutMs,
    ...fetchSettings(options.lingerMs),
    allowAutoTopicCreation: false,
    retry: {
      initialRetryTime: 50,
      maxRetryTime: 3_000,
      retries: 8,
      // A join that meets a busy coordinator is retried by kafkajs only in this way.
      restartOnFailure: async (error) => {
        coordinatorBusySince ??= Date.now();
        return isCoordinatorBusy(error) && Date.now() - coordinatorBusySince < COORDINATOR_DEADLINE_MS;
      },
    },
  });
  let coordinatorBusySince: number | undefined;
  const offsets = createCommittedOffsets((partition, commitBarrier) =>
    committedOffset(kafka, { group, topic, partition }, commitBarrier),
  );
  consumer.on(consumer.events.GROUP_JOIN, () => {
    coordinatorBusySince = undefined;
    offsets.forget();
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) onCrash(payload.error);
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: options.concurrency ?? 4,
    eachBatch: async (payload) => {
      const membership = { isLost: false };
      const batch = recordBatch(payload, membership, offsets);
      if (batch.isStale()) return;
      await keepingAlive(payload, membership, () => onBatch(batch));
      if (!batch.isStale()) payload.resolveOffset(payload.batch.lastOffset());
    },
  });
  return {
    close: () => consumer.disconnect(),
  };
}

const HEARTBEAT_MS = 1_000;
const LONG_POLL_MS = 1_000;
const ENOUGH_BYTES = 1 << 20;

/** Without a linger a fetch answers with the first record that arrives. */
const fetchSettings = (lingerMs: number | undefined) =>
  lingerMs === undefined
    ? { minBytes: 1, maxWaitTimeInMs: LONG_POLL_MS }
    : { minBytes: ENOUGH_BYTES, maxWaitTimeInMs: lingerMs };

/** Stays a member of the group for as long as the work takes; everything that a handler waits for has its own deadline. */
async function keepingAlive(
  payload: EachBatchPayload,
  membership: { isLost: boolean },
  work: () => Promise<void>,
): Promise<void> {
  // A heartbeat that fails tells of a rebalance: the batch becomes stale, and kafkajs joins again after it.
  const onRebalance = () => {
    membership.isLost = true;
  };
  const timer = setInterval(() => void payload.heartbeat().catch(onRebalance), HEARTBEAT_MS);
  await work().finally(() => clearInterval(timer));
}

function recordBatch(
  payload: EachBatchPayload,
  membership: { isLost: boolean },
  offsets: CommittedOffsets,
): RecordBatch {
  const { batch } = payload;
  const { topic, partition } = batch;
  // Not the consumer's own commitOffsets, which succeeds without committing while the consumer is stopping.
  const commit: CommitBarrier = (offset) => payload.commitOffsetsIfNecessary(offsetsOf(offset));
  return {
    topic,
    partition,
    records: batch.messages.map((message) => recordOf(message, topic, partition)),
    nextOffset: String(BigInt(batch.lastOffset()) + 1n),
    commit: (offset, metadata = '') =>
      offsets.commit(partition, { offset, metadata }, (committed) =>
        commit({ topic, partition, ...committed }),
      ),
    committed: () => offsets.of(partition, commit),
    isStale: () => membership.isLost || !payload.isRunning(),
  };
}

function recordOf(
  { offset, key, value, headers }: KafkaMessage,
  topic: string,
  partition: number,
): KafkaRecord {
  return { topic, partition, offset, key: key?.toString('utf8') ?? null, value, headers: headers ?? {} };
}
