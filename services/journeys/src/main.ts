import { connectClickHouse } from '@bellhop/clickhouse';
import { GROUPS, type JourneyEvent, STREAMS, TOPICS } from '@bellhop/contracts';
import { emptyJourney, evolveJourney, type GuestEvent, type Journey } from '@bellhop/domain';
import { connectEventStore, createHistory } from '@bellhop/eventstore';
import { connectKafka, consume, createCodec, ensureTopics } from '@bellhop/kafka';
import { Counter, runService } from '@bellhop/runtime';
import { settings } from './config.js';
import { journeyRow } from './journey-row.js';

await runService('journeys', settings, async ({ config, logger, metrics, crash }) => {
  const codec = await createCodec<JourneyEvent>({
    registryUrl: config.SCHEMA_REGISTRY_URL,
    subject: 'journey-event',
    topic: TOPICS.journeyEvents,
  });
  const kafka = connectKafka({ brokers: config.KAFKA_BROKERS, clientId: 'journeys', logger });
  await ensureTopics(kafka);
  const store = connectEventStore(config.EVENTSTORE_URL);
  const clickhouse = connectClickHouse({
    url: config.CLICKHOUSE_URL,
    database: config.CLICKHOUSE_DATABASE,
    username: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    application: 'bellhop-journeys',
  });
  const journeys = createHistory<Journey>({
    store,
    maxStreams: config.JOURNEYS_CACHED_GUESTS,
    initial: emptyJourney,
    evolve: (journey, event) => evolveJourney(journey, event as GuestEvent),
  });
  const written = new Counter({
    name: 'bellhop_journeys_rows_total',
    help: 'Journeys written',
    registers: [metrics],
  });

  const rowOf = async (guestId: string, revision: number) => {
    const folded = await journeys.loadUpTo(STREAMS.guest(guestId), revision);
    return journeyRow(guestId, folded.revision, folded.state);
  };
  const consumer = await consume({
    kafka,
    group: GROUPS.journeys,
    topic: TOPICS.journeyEvents,
    onCrash: crash,
    sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
    lingerMs: config.CLICKHOUSE_LINGER_MS,
    onBatch: async (batch) => {
      const revisions = new Map<string, number>();
      for (const { value } of batch.records) {
        const event = await codec.decode(value ?? Buffer.alloc(0));
        if (event.guestId !== null && event.stream === STREAMS.guest(event.guestId))
          revisions.set(event.guestId, event.revision);
      }
      const rows = await Promise.all([...revisions].map(([guestId, revision]) => rowOf(guestId, revision)));
      if (rows.length > 0) await clickhouse.insert('guest_journeys', rows);
      written.inc(rows.length);
      // The rows carry the stream's revision, so that a batch that comes again after a crash changes nothing.
      await batch.commit(batch.nextOffset);
    },
  });
  return {
    stop: async () => {
      await consumer.close();
      await Promise.all([clickhouse.close(), store.close()]);
    },
  };
});
