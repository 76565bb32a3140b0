import { z } from 'zod';

const port = (standard: number) => z.coerce.number().int().min(0).max(65535).default(standard);

/** Where the local servers and ingest listen. 0 takes any free port. */
export const stackSettings = z.object({
  /** The one folder that everything lies in. */
  BELLHOP_DATA_DIR: z.string().default('.bellhop'),
  BELLHOP_KAFKA_PORT: port(9092),
  BELLHOP_EVENTSTORE_PORT: port(2113),
  BELLHOP_CLICKHOUSE_PORT: port(8123),
  BELLHOP_MQTT_PORT: port(1883),
  BELLHOP_SCHEMA_REGISTRY_PORT: port(8081),
  BELLHOP_INGEST_PORT: port(8080),
  LOG_LEVEL: z.string().default('info'),
});

export type StackSettings = z.infer<typeof stackSettings>;

/** The same, with every port free: for tests and benchmarks. */
export function freePorts(dataDir: string): StackSettings {
  return {
    BELLHOP_DATA_DIR: dataDir,
    BELLHOP_KAFKA_PORT: 0,
    BELLHOP_EVENTSTORE_PORT: 0,
    BELLHOP_CLICKHOUSE_PORT: 0,
    BELLHOP_MQTT_PORT: 0,
    BELLHOP_SCHEMA_REGISTRY_PORT: 0,
    BELLHOP_INGEST_PORT: 0,
    LOG_LEVEL: 'info',
  };
}
