export { ClickHouseException } from './clickhouse-exception.js';
export {
  type LocalClickHouse,
  type LocalClickHouseOptions,
  startLocalClickHouse,
} from './start-local-clickhouse.js';
export type { LocalClickHouseUser } from './users.js';
