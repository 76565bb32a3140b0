import { type Quarantined, TOPICS, type Touchpoint } from '@bellhop/contracts';
import { connectKafka, createCodec, createProducer, ensureTopics } from '@bellhop/kafka';
import { Counter, readHotelGroup, runService } from '@bellhop/runtime';
import { createApp } from './app.js';
import { settings } from './config.js';
import { startMqttIntake } from './mqtt-intake.js';
import { createOutbox } from './outbox.js';

await runService('ingest', settings, async ({ config, logger, metrics }) => {
  const group = readHotelGroup(config.HOTEL_GROUP_FILE);
  const registryUrl = config.SCHEMA_REGISTRY_URL;
  // Few retries: a sender that waits long for its answer gives up, and 503 lets it send again.
  const kafka = connectKafka({ brokers: config.KAFKA_BROKERS, clientId: 'ingest', logger, retries: 3 });
  await ensureTopics(kafka);
  const producer = await createProducer(kafka);
  const outcomes = new Counter({
    name: 'bellhop_ingest_outcomes_total',
    help: 'What became of the parts of messages: touchpoint, quarantine or ignored, by vendor and reason',
    labelNames: ['outcome', 'vendor', 'reason'],
    registers: [metrics],
  });
  const outbox = createOutbox({
    producer,
    touchpoints: await createCodec<Touchpoint>({
      registryUrl,
      subject: 'touchpoint',
      topic: TOPICS.touchpoints,
    }),
    quarantine: await createCodec<Quarantined>({
      registryUrl,
      subject: 'quarantined',
      topic: TOPICS.quarantine,
    }),
    count: (outcome, vendor, reason) => outcomes.inc({ outcome, vendor, reason }),
  });
  let listeningAt = '';
  const app = await createApp({
    group,
    outbox,
    logger,
    metrics,
    maxBodyBytes: config.INGEST_MAX_BODY_BYTES,
    publisherToken: config.INGEST_PUBLISHER_TOKEN,
    publicUrl: () => config.INGEST_PUBLIC_URL ?? listeningAt,
    now: Date.now,
  });
  listeningAt = await app.listen({ host: config.INGEST_HOST, port: config.INGEST_PORT });
  const intake = config.MQTT_URL
    ? await startMqttIntake({ url: config.MQTT_URL, group, outbox, logger, now: Date.now })
    : undefined;
  return {
    port: Number(new URL(listeningAt).port),
    stop: async () => {
      await intake?.close();
      await app.close();
      await producer.close();
    },
  };
});
