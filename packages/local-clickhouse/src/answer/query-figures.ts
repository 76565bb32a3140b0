import type { EngineResult } from '../engine/engine-connection.js';

/** The figures of X-ClickHouse-Summary. Written rows are those of the table itself, without its views'. */
export interface QueryFigures {
  readonly readRows?: number | undefined;
  readonly readBytes?: number | undefined;
  /** As many as will be read, as far as the engine knows. */
  readonly totalRows?: number | undefined;
  readonly writtenRows?: number | undefined;
  readonly writtenBytes?: number | undefined;
  readonly resultRows?: number;
  readonly resultBytes?: number;
  readonly elapsedSeconds?: number | undefined;
}

/** The engine counts the result's rows, not those that it read for them. */
export const figuresOf = ({ rows, rowBytes, elapsedSeconds }: EngineResult): QueryFigures => ({
  readRows: rows,
  readBytes: rowBytes,
  resultRows: rows,
  resultBytes: rowBytes,
  elapsedSeconds,
});

/** As the headers have them: numbers as strings. */
export function summary(figures: QueryFigures): string {
  const text = (value: number | undefined) => String(Math.round(value ?? 0));
  return JSON.stringify({
    read_rows: text(figures.readRows),
    read_bytes: text(figures.readBytes),
    written_rows: text(figures.writtenRows),
    written_bytes: text(figures.writtenBytes),
    total_rows_to_read: text(figures.totalRows),
    result_rows: text(figures.resultRows),
    result_bytes: text(figures.resultBytes),
    elapsed_ns: text((figures.elapsedSeconds ?? 0) * 1e9),
  });
}
