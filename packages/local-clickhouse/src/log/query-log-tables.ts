/**
 * The logs that a server keeps of its queries and the engine does not: tables of the database `system`, with the columns that
 * clients ask for. The front fills them, so each is emptied when the folder is opened.
 */
export const logTables = {
  query_log: `
    hostname LowCardinality(String) DEFAULT hostName(),
    type Enum8('QueryStart' = 1, 'QueryFinish' = 2, 'ExceptionBeforeStart' = 3, 'ExceptionWhileProcessing' = 4),
    event_date Date DEFAULT toDate(event_time),
    event_time DateTime DEFAULT toDateTime(event_time_microseconds),
    event_time_microseconds DateTime64(6),
    query_start_time DateTime DEFAULT toDateTime(query_start_time_microseconds),
    query_start_time_microseconds DateTime64(6),
    query_duration_ms UInt64,
    read_rows UInt64,
    read_bytes UInt64,
    written_rows UInt64,
    written_bytes UInt64,
    result_rows UInt64,
    result_bytes UInt64,
    current_database LowCardinality(String),
    query String,
    normalized_query_hash UInt64 DEFAULT normalizedQueryHash(query),
    query_kind LowCardinality(String),
    exception_code Int32,
    exception String,
    is_initial_query UInt8 DEFAULT 1,
    user LowCardinality(String),
    query_id String,
    initial_user LowCardinality(String) DEFAULT user,
    initial_query_id String DEFAULT query_id,
    interface UInt8 DEFAULT 2,
    http_method UInt8,
    http_user_agent String,
    client_name String,
    log_comment String,
    Settings Map(LowCardinality(String), LowCardinality(String))`,
  session_log: `
    hostname LowCardinality(String) DEFAULT hostName(),
    type Enum8('LoginFailure' = 0, 'LoginSuccess' = 1, 'Logout' = 2),
    session_id String,
    event_date Date DEFAULT toDate(event_time),
    event_time DateTime DEFAULT toDateTime(event_time_microseconds),
    event_time_microseconds DateTime64(6),
    user Nullable(String),
    interface Enum8('TCP' = 1, 'HTTP' = 2, 'gRPC' = 3, 'MySQL' = 4, 'PostgreSQL' = 5) DEFAULT 'HTTP',
    failure_reason String`,
  opentelemetry_span_log: `
    hostname LowCardinality(String) DEFAULT hostName(),
    trace_id UUID,
    span_id UInt64,
    parent_span_id UInt64,
    operation_name LowCardinality(String),
    kind Enum8('INTERNAL' = 0, 'SERVER' = 1, 'CLIENT' = 2, 'PRODUCER' = 3, 'CONSUMER' = 4) DEFAULT 'SERVER',
    start_time_us UInt64,
    finish_time_us UInt64,
    finish_date Date DEFAULT toDate(fromUnixTimestamp64Micro(toInt64(finish_time_us))),
    attribute Map(LowCardinality(String), String)`,
} as const;

export type LogTable = keyof typeof logTables;

export const logTableNames = Object.keys(logTables) as LogTable[];

/** Makes it anew, with at most so many rows. */
export const createLogTable = (name: LogTable): string =>
  `CREATE OR REPLACE TABLE system.${name} (${logTables[name]}) ENGINE = Memory SETTINGS min_rows_to_keep = 5000, max_rows_to_keep = 10000`;
