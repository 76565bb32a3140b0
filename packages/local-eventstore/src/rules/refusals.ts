/** What is not served, and what to use instead. */
export const refusals = {
  persistentSubscriptions:
    'Persistent subscriptions are not served here; use a catch-up subscription, and keep its position with what it writes.',
  projections:
    "Projections can't be made here; follow $all with a filter, and fold the events in a service of yours.",
  multiStreamAppend:
    'Appends to several streams at once are not served here; append to one stream after another, with expected revisions.',
  operations: 'Operations on the server are not served here: there is no scavenge, no cluster, and no user.',
} as const;
