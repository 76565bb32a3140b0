import { type ClickHouse, connectClickHouse } from '@bellhop/clickhouse';
import { connectEventStore, type EventStore } from '@bellhop/eventstore';
import { connectKafka, type Kafka, type KafkaLogger } from '@bellhop/kafka';
import type { Environment } from './environment.js';

const silent: KafkaLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** What the command line needs of Kafka is told by the errors that it throws; what it retries is not shown. */
export const kafkaOf = (environment: Pick<Environment, 'KAFKA_BROKERS'>): Kafka =>
  connectKafka({ brokers: environment.KAFKA_BROKERS, clientId: 'bellhop-cli', logger: silent, retries: 3 });

/** Runs `use` with a ClickHouse connection and closes it. */
export async function withClickHouse<T>(
  environment: Environment,
  use: (clickhouse: ClickHouse) => Promise<T>,
): Promise<T> {
  const clickhouse = connectClickHouse({
    url: environment.CLICKHOUSE_URL,
    database: environment.CLICKHOUSE_DATABASE,
    username: environment.CLICKHOUSE_USER,
    password: environment.CLICKHOUSE_PASSWORD,
    application: 'bellhop-cli',
  });
  return use(clickhouse).finally(() => clickhouse.close());
}

/** Runs `use` with an event store connection and closes it. */
export async function withEventStore<T>(
  environment: Environment,
  use: (store: EventStore) => Promise<T>,
): Promise<T> {
  const store = connectEventStore(environment.EVENTSTORE_URL);
  return use(store).finally(() => store.close());
}
