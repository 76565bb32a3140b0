import { GROUPS, type Quarantined, TOPICS, type Touchpoint } from '@bellhop/contracts';
import { connectEventStore } from '@bellhop/eventstore';
import { connectKafka, consume, createCodec, createProducer, ensureTopics } from '@bellhop/kafka';
import { Counter, createStepBoundary, readHotelGroup, runService } from '@bellhop/runtime';
import { settings } from './config.js';
import { createBatchHandler } from './handle-batch.js';
import { createHistories } from './histories.js';
import { createRecordTouchpoint } from './record-touchpoint.js';
import { createScoring } from './scoring.js';

await runService('recorder', settings, async ({ config, logger, metrics, crash }) => {
  const group = readHotelGroup(config.HOTEL_GROUP_FILE);
  const boundary = createStepBoundary(config.CRASH_AT);
  const scoring = createScoring(config.SENTIMENT_MODEL_FILE, logger);
  const store = connectEventStore(config.EVENTSTORE_URL);
  const kafka = connectKafka({ brokers: config.KAFKA_BROKERS, clientId: 'recorder', logger });
  await ensureTopics(kafka);
  const registryUrl = config.SCHEMA_REGISTRY_URL;
  const codec = await createCodec<Touchpoint>({
    registryUrl,
    subject: 'touchpoint',
    topic: TOPICS.touchpoints,
  });
  const quarantineCodec = await createCodec<Quarantined>({
    registryUrl,
    subject: 'quarantined',
    topic: TOPICS.quarantine,
  });
  const producer = await createProducer(kafka);
  const counter = new Counter({
    name: 'bellhop_recorder_touchpoints_total',
    help: 'Touchpoints by outcome: recorded, known (a redelivery) or quarantined',
    labelNames: ['outcome'],
    registers: [metrics],
  });

  const consumer = await consume({
    kafka,
    group: GROUPS.recorder,
    topic: TOPICS.touchpoints,
    onCrash: crash,
    sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
    onBatch: createBatchHandler({
      group,
      codec,
      boundary,
      concurrency: config.RECORDER_CONCURRENCY,
      recordTouchpoint: createRecordTouchpoint({
        histories: createHistories(store, config.RECORDER_CACHED_STREAMS),
        score: scoring.score,
        boundary,
      }),
      quarantine: async (quarantined) => {
        const value = await quarantineCodec.encode(quarantined);
        await producer.send({ topic: TOPICS.quarantine, key: quarantined.quarantineId, value });
      },
      count: (outcome) => counter.inc({ outcome }),
    }),
  });
  return {
    stop: async () => {
      await consumer.close();
      await producer.close();
      await store.close();
      scoring.close();
    },
  };
});
