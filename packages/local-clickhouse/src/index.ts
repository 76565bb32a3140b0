export type { LocalClickHouseUser } from './access/users.js';
export { ClickHouseException } from './clickhouse-exception.js';
export {
  type LocalClickHouse,
  type LocalClickHouseOptions,
  startLocalClickHouse,
} from './start-local-clickhouse.js';
