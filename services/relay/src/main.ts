import { GROUPS, type JourneyEvent, STREAM_PREFIXES, TOPICS } from '@bellhop/contracts';
import { connectEventStore, type EventStore, type StoredEvent } from '@bellhop/eventstore';
import {
  connectKafka,
  createCodec,
  createTransactionalPublisher,
  ensureTopics,
  groupLags,
  type Kafka,
  type TransactionalPublisher,
} from '@bellhop/kafka';
import { Counter, createStepBoundary, Gauge, runService } from '@bellhop/runtime';
import { settings } from './config.js';
import { journeyEventOf } from './journey-event.js';

/** A commit position of EventStoreDB: there the log begins, with an event of the server's own. */
const BEFORE_ALL_EVENTS = '0';

await runService('relay', settings, async ({ config, logger, metrics, crash }) => {
  const boundary = createStepBoundary(config.CRASH_AT);
  const store = connectEventStore(config.EVENTSTORE_URL);
  const kafka = connectKafka({ brokers: config.KAFKA_BROKERS, clientId: 'relay', logger });
  await ensureTopics(kafka);
  const codec = await createCodec<JourneyEvent>({
    registryUrl: config.SCHEMA_REGISTRY_URL,
    subject: 'journey-event',
    topic: TOPICS.journeyEvents,
  });
  const published = new Counter({
    name: 'bellhop_relay_events_total',
    help: 'Events published',
    registers: [metrics],
  });
  const reached = new Gauge({
    name: 'bellhop_relay_position',
    help: 'The commit position published last',
    registers: [metrics],
  });

  // Fences an older relay before the position is read: from here on nobody else moves it.
  const publisher = await createTransactionalPublisher({
    kafka,
    transactionalId: 'relay',
    group: GROUPS.relay,
    topic: TOPICS.journeyEvents,
  });
  const position = publisher.position ?? (await firstPosition(kafka, publisher));
  logger.info({ position }, 'continues after');
  await requireReached(store, position);
  const subscription = store.subscribe({
    after: Number(position),
    streamPrefixes: STREAM_PREFIXES,
    maxBatch: config.RELAY_MAX_BATCH,
    lingerMs: config.RELAY_LINGER_MS,
  });

  const publish = async (events: readonly StoredEvent[]) => {
    const last = events.at(-1);
    if (!last) return;
    const records = await Promise.all(
      events.map(async (event) => {
        const journeyEvent = journeyEventOf(event);
        const value = await codec.encode(journeyEvent);
        return { topic: TOPICS.journeyEvents, key: journeyEvent.guestId ?? event.stream, value };
      }),
    );
    boundary('batch-encoded');
    await publisher.publish(records, String(last.position), boundary);
    boundary('batch-published');
    published.inc(events.length);
    reached.set(last.position);
  };
  // A failed transaction or a dropped subscription ends the process: only a new one knows for certain where to go on.
  const relaying = (async () => {
    for await (const events of subscription) await publish(events);
  })();
  relaying.catch(crash);
  return {
    stop: async () => {
      await subscription.close();
      await relaying;
      await publisher.close();
      await store.close();
    },
  };
});

/** A subscription from beyond the end would wait in silence: the event store is not the one that the position is of. */
async function requireReached(store: EventStore, position: string): Promise<void> {
  const newest = (await store.lastPosition(STREAM_PREFIXES)) ?? Number(BEFORE_ALL_EVENTS);
  if (Number(position) > newest) {
    throw new Error(
      `the relay has published up to position ${position}, but EventStoreDB ends at ${newest}: it has lost its data, or is another one`,
    );
  }
}

/**
 * The position of a relay that has published nothing yet. It is kept before the first batch is: what an aborted first
 * transaction leaves on the topic could not be told from batches whose position Kafka has forgotten, as it does with a
 * group that commits nothing for long (offsets.retention.minutes), and to publish all of those again would count them again.
 */
async function firstPosition(kafka: Kafka, publisher: TransactionalPublisher): Promise<string> {
  const [topic] = await groupLags(kafka, [{ group: GROUPS.relay, topic: TOPICS.journeyEvents }]);
  if (topic && topic.records > 0) {
    throw new Error(
      `${TOPICS.journeyEvents} holds records, but the group ${GROUPS.relay} has no position: Kafka has forgotten it, or the topic is another's`,
    );
  }
  await publisher.publish([], BEFORE_ALL_EVENTS);
  return BEFORE_ALL_EVENTS;
}
