import { ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';

export interface ClickHouseOptions {
  url: string;
  database: string;
  username: string;
  password: string;
  /** Shows in system.query_log. */
  application: string;
}

/** ClickHouse refused or could not be reached. `retryable` is false where the same statement would be refused again. */
export class ClickHouseFault extends Error {
  override name = 'ClickHouseFault';
  constructor(
    message: string,
    readonly code: string,
    readonly retryable: boolean,
    options: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface ClickHouse {
  /** Rows of a SELECT. Parameters are bound as {name:Type}. */
  query<Row>(sql: string, parameters?: Record<string, unknown>): Promise<Row[]>;
  /** The answer of any SELECT as ClickHouse formats it. */
  text(sql: string, format: string): Promise<string>;
  /** A statement without rows. */
  command(sql: string): Promise<void>;
  /**
   * Inserts rows as one block. A repeated token inserts nothing, in this table and in the materialised views on it, as
   * long as the table's deduplication window remembers it.
   */
  insert(table: string, rows: readonly object[], token?: string): Promise<void>;
  close(): Promise<void>;
}

/** Errors of the server's state rather than of the statement: too many parts, memory, time-outs, read-only, network. */
const PASSING = new Set(['159', '160', '202', '209', '210', '241', '242', '252', '279', '394', '999']);

export function connectClickHouse({
  url,
  database,
  username,
  password,
  application,
}: ClickHouseOptions): ClickHouse {
  const client = createClient({
    url,
    database,
    username,
    password,
    application,
    request_timeout: 60_000,
    // The client would print errors by itself, with the statement's values; they are thrown, and logged where handled.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      date_time_input_format: 'best_effort',
      output_format_json_quote_64bit_integers: 0,
    },
  });
  return {
    query: (query, query_params = {}) =>
      translated(async () => {
        const result = await client.query({ query, query_params, format: 'JSONEachRow' });
        return result.json();
      }),
    text: (query, format) =>
      translated(async () => {
        const result = await client.exec({ query: `${query}\nFORMAT ${format}` });
        let text = '';
        for await (const chunk of result.stream) text += String(chunk);
        return text;
      }),
    command: (query) =>
      translated(async () => {
        await client.command({ query });
      }),
    insert: (table, values, token) =>
      translated(async () => {
        await client.insert({
          table,
          values,
          format: 'JSONEachRow',
          clickhouse_settings: token ? deduplicated(token) : {},
        });
      }),
    close: () => client.close(),
  };
}

/** One block, so that one token stands for all of the rows. */
const deduplicated = (token: string) => ({
  insert_deduplication_token: token,
  insert_deduplicate: 1 as const,
  deduplicate_blocks_in_dependent_materialized_views: 1 as const,
  async_insert: 0 as const,
  max_insert_block_size: '1000000',
  min_insert_block_size_rows: '1000000',
  min_insert_block_size_bytes: '0',
  input_format_parallel_parsing: 0 as const,
  max_insert_threads: '1',
});

async function translated<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof ClickHouseError) {
      throw new ClickHouseFault(cause.message, cause.type ?? cause.code, PASSING.has(cause.code), { cause });
    }
    throw new ClickHouseFault(
      `ClickHouse can't be reached: ${(cause as Error).message}`,
      'unreachable',
      true,
      { cause },
    );
  }
}
