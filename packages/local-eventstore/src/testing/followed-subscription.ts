import type { EventStoreDBClient, ResolvedEvent } from '@eventstore/db-client';

type Subscription =
  | ReturnType<EventStoreDBClient['subscribeToAll']>
  | ReturnType<EventStoreDBClient['subscribeToStream']>;

/** What a subscription delivered so far, and promises of what it will. */
export interface FollowedSubscription {
  readonly events: ResolvedEvent[];
  /** `confirmation`, `caughtUp` and `fellBehind`, in the order in which they came. */
  readonly signals: string[];
  /** Resolves when this many events have come. */
  arrived(count: number): Promise<void>;
  /** Resolves when this many of that signal have come. */
  signalled(name: string, count?: number): Promise<void>;
  /** Resolves with the error that drops the subscription. */
  readonly dropped: Promise<Error>;
  stop(): Promise<void>;
}

export function follow(subscription: Subscription): FollowedSubscription {
  const events: ResolvedEvent[] = [];
  const signals: string[] = [];
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const check of [...waiting]) check();
  };
  const until = (done: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!done()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
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
    arrived: (count) => until(() => events.length >= count),
    signalled: (name, count = 1) => until(() => signals.filter((signal) => signal === name).length >= count),
    dropped: new Promise((resolve) => {
      subscription.on('error', resolve);
    }),
    stop: () => subscription.unsubscribe(),
  };
}
