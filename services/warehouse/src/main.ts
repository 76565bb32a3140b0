import { connectClickHouse, migrate } from '@bellhop/clickhouse';
import { GROUPS, type JourneyEvent, type Quarantined, TOPICS } from '@bellhop/contracts';
import {
  type Codec,
  connectKafka,
  consume,
  createCodec,
  ensureTopics,
  type KafkaRecord,
} from '@bellhop/kafka';
import { Counter, createStepBoundary, runService } from '@bellhop/runtime';
import { settings } from './config.js';
import { createExactlyOnceSink } from './exactly-once-sink.js';
import { factRowsOf } from './fact-rows.js';
import { quarantineRow } from './quarantine-rows.js';

await runService('warehouse', settings, async ({ config, logger, metrics, crash }) => {
  const boundary = createStepBoundary(config.CRASH_AT);
  const registryUrl = config.SCHEMA_REGISTRY_URL;
  const [journeyEvents, quarantine] = await Promise.all([
    createCodec<JourneyEvent>({ registryUrl, subject: 'journey-event', topic: TOPICS.journeyEvents }),
    createCodec<Quarantined>({ registryUrl, subject: 'quarantined', topic: TOPICS.quarantine }),
  ]);
  const connection = {
    url: config.CLICKHOUSE_URL,
    username: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    application: 'bellhop-warehouse',
  };
  const server = connectClickHouse({ ...connection, database: 'default' });
  const ran = await migrate(server, config.CLICKHOUSE_DATABASE);
  if (ran.length > 0) logger.info({ migrations: ran }, 'migrated');
  const clickhouse = connectClickHouse({ ...connection, database: config.CLICKHOUSE_DATABASE });
  const rows = new Counter({
    name: 'bellhop_warehouse_rows_total',
    help: 'Rows inserted',
    labelNames: ['table'],
    registers: [metrics],
  });

  const insertInto = async (table: string, values: object[], token?: string) => {
    if (values.length === 0) return;
    await clickhouse.insert(table, values, token);
    rows.inc({ table }, values.length);
  };
  const kafka = connectKafka({ brokers: config.KAFKA_BROKERS, clientId: 'warehouse', logger });
  await ensureTopics(kafka);
  const facts = consume({
    kafka,
    group: GROUPS.warehouse,
    topic: TOPICS.journeyEvents,
    onCrash: crash,
    sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
    lingerMs: config.CLICKHOUSE_LINGER_MS,
    onBatch: createExactlyOnceSink({
      boundary,
      insert: async (records, token) => {
        const rows = factRowsOf(await decodeAll(journeyEvents, records));
        await insertInto('touchpoint_facts', rows.touchpoint_facts, token);
        boundary('touchpoints-inserted');
        await insertInto('rating_facts', rows.rating_facts, token);
        boundary('ratings-inserted');
        await insertInto('topic_facts', rows.topic_facts, token);
      },
    }),
  });
  const quarantined = consume({
    kafka,
    group: GROUPS.quarantine,
    topic: TOPICS.quarantine,
    onCrash: crash,
    sessionTimeoutMs: config.KAFKA_SESSION_TIMEOUT_MS,
    lingerMs: config.CLICKHOUSE_LINGER_MS,
    onBatch: async (batch) => {
      await insertInto('quarantine', (await decodeAll(quarantine, batch.records)).map(quarantineRow));
      await batch.commit(batch.nextOffset);
    },
  });
  const consumers = await Promise.all([facts, quarantined]);
  return {
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.close()));
      await Promise.all([clickhouse.close(), server.close()]);
    },
  };
});

/** Both topics are written by Bellhop's own services only: a record that can't be decoded is a fault, not bad input. */
function decodeAll<T>(codec: Codec<T>, records: readonly KafkaRecord[]): Promise<T[]> {
  return Promise.all(records.map(({ value }) => codec.decode(value ?? Buffer.alloc(0))));
}
