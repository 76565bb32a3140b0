import type { EventStoreDBClient, ResolvedEvent } from '@eventstore/db-client';

type Subscription =
  | ReturnType<EventStoreDBClient['subscribeToAll']>
  | ReturnType<EventStoreDBClient['subscribeToStream']>;

/** What a subscription delivered so far, and promises of what it will. */
export interface FollowedSubscription {
  readonly events: ResolvedEvent[];
  /** `confirmation`, `caughtUp` and `fellBehind`, in the order in which they came. */
  readonly signals: string[];
  /** Resolves when this holds after something has come; rejects where the subscription drops before. */
  until(done: () => boolean): Promise<void>;
  arrived(count: number): Promise<void>;
  /** Resolves with the error that drops the subscription. */
  readonly dropped: Promise<Error>;
  stop(): Promise<void>;
}

export function follow(subscription: Subscription): FollowedSubscription {
  const events: ResolvedEvent[] = [];
  const signals: string[] = [];
  const checks = new Set<() => void>();
  const changed = (): void => {
    for (const check of [...checks]) check();
  };
  const dropped = new Promise<Error>((resolve) => {
    subscription.on('error', resolve);
  });
  const until = (done: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!done()) return;
        checks.delete(check);
        resolve();
      };
      checks.add(check);
      check();
      void dropped.then(reject);
    });
  subscription.on('data', (event: ResolvedEvent) => {
    events.push(event);
    changed();
  });
  for (const name of ['confirmation', 'caughtUp', 'fellBehind'] as const) {
    subscription.on(name, () => {
      signals.push(name);
      changed();
    });
  }
  return {
    events,
    signals,
    until,
    arrived: (count) => until(() => events.length >= count),
    dropped,
    stop: () => subscription.unsubscribe(),
  };
}
