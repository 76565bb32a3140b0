import { compact } from '../log/compaction.js';
import type { Partition } from '../log/partition.js';
import { applyRetention } from '../log/retention.js';
import { type CleanupPolicy, cleanupPolicy } from '../log/topic-config.js';
import type { Topics } from '../log/topics.js';
import type { Settings } from '../settings.js';
import { type Store, StoreClosing } from '../storage/store.js';
import type { Groups } from './groups.js';
import type { Offsets } from './offsets.js';
import type { Transactions } from './transactions.js';

export interface MaintenanceParts {
  store: Store;
  settings: Settings;
  topics: Topics;
  groups: Groups;
  offsets: Offsets;
  transactions: Transactions;
  /** Takes a fault that no client is to blame for. */
  report(error: unknown): void;
}

/**
 * Cleans up in the background: retention, compaction, and what nobody came back for (producers, offsets, groups). Each
 * task runs at its own interval, and never beside itself.
 */
export class Maintenance {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private isClosed = false;

  constructor(private readonly parts: MaintenanceParts) {
    const { settings } = parts;
    this.repeat('retention', settings['log.retention.check.interval.ms'], () => this.expireRecords());
    if (settings['log.cleaner.enable']) {
      this.repeat('compaction', settings['log.cleaner.backoff.ms'], () => this.compactRecords());
    }
    this.repeat('offsets', settings['offsets.retention.check.interval.ms'], () => this.expireGroups());
    this.repeat('producers', settings['producer.id.expiration.check.interval.ms'], () =>
      this.expireProducers(),
    );
  }

  /** Applies the retention of every topic, by time and by size. */
  expireRecords(nowMs = Date.now()): Promise<void> {
    const { store } = this.parts;
    return this.eachPartition((partition, policy) => applyRetention(store, partition, policy, nowMs));
  }

  /** Compacts what is dirty enough. */
  compactRecords(nowMs = Date.now()): Promise<void> {
    const { store } = this.parts;
    return this.eachPartition((partition, policy) => compact(store, partition, policy, nowMs));
  }

  /** Forgets old offsets, and groups that have neither members nor offsets. */
  async expireGroups(nowMs = Date.now()): Promise<void> {
    const { store, settings, groups, offsets } = this.parts;
    const beforeMs = nowMs - settings['offsets.retention.minutes'] * 60_000;
    await store.commit(offsets.stageExpiry(beforeMs, (group) => groups.emptySince(group)));
    groups.forgetEmpty((group) => offsets.has(group));
  }

  /** Forgets producers and transactional ids that were silent for long. */
  async expireProducers(nowMs = Date.now()): Promise<void> {
    const { store, settings, topics, transactions } = this.parts;
    const silentSinceMs = nowMs - settings['producer.id.expiration.ms'];
    const unusedSinceMs = nowMs - settings['transactional.id.expiration.ms'];
    const partitions = topics.all().flatMap((it) => it.partitions);
    await store.commit([
      ...partitions.flatMap((it) => it.stageProducerExpiry(silentSinceMs)),
      ...transactions.stageExpiry(unusedSinceMs),
    ]);
  }

  /** Resolves when nothing runs any more, which is soon: what runs is cut short. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.parts.store.announceClosing();
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private repeat(name: string, intervalMs: number, task: () => Promise<void>): void {
    const run = (): void => {
      const done = task()
        .catch((error) => {
          if (!(error instanceof StoreClosing)) this.parts.report(error);
        })
        .finally(() => {
          this.running.delete(done);
          if (!this.isClosed) this.repeat(name, intervalMs, task);
        });
      this.running.add(done);
    };
    // Timers hold 31 bits of milliseconds.
    this.timers.set(name, setTimeout(run, Math.min(intervalMs, 0x7fffffff)).unref());
  }

  private async eachPartition(
    work: (partition: Partition, policy: CleanupPolicy) => Promise<void>,
  ): Promise<void> {
    const { topics, settings } = this.parts;
    for (const topic of topics.all()) {
      for (const partition of topic.partitions) {
        if (this.isClosed) return;
        if (!partition.isDeleted) await work(partition, cleanupPolicy(topic.config, settings));
      }
    }
  }
}
