/**
 * Formats whose blocks can be sent as they come: the engine's stream repeats headers and footers for each block, so
 * those that have any are answered from a whole result.
 */
const joinable = new Set([
  'JSONEachRow',
  'JSONLines',
  'NDJSON',
  'JSONStringsEachRow',
  'JSONCompactEachRow',
  'JSONCompactStringsEachRow',
  'CSV',
  'TSV',
  'TabSeparated',
  'TSVRaw',
  'TabSeparatedRaw',
  'LineAsString',
  'RowBinary',
]);

/** Totals, extremes and arrays of rows put something around the rows of any format. */
const surrounds = /\b(?:TOTALS|extremes|output_format_json_array_of_rows|CUBE|ROLLUP)\b/i;

export function isStreamable(options: {
  format: string;
  sql: string;
  settings: ReadonlyMap<string, string>;
}): boolean {
  if (!joinable.has(options.format) || surrounds.test(options.sql)) return false;
  return ![...options.settings.keys()].some((name) => surrounds.test(name));
}

/** The content type that a server gives for a format. */
export function contentTypeOf(format: string): string {
  if (/^(?:JSON.*EachRow|JSONLines|NDJSON)/.test(format) && !format.startsWith('JSONObject')) {
    return 'application/x-ndjson; charset=UTF-8';
  }
  if (/^JSON/.test(format)) return 'application/json; charset=UTF-8';
  if (/^(?:TSV|TabSeparated)/.test(format)) return 'text/tab-separated-values; charset=UTF-8';
  if (/^CSV/.test(format))
    return `text/csv; charset=UTF-8; header=${/With/.test(format) ? 'present' : 'absent'}`;
  if (format === 'XML') return 'application/xml; charset=UTF-8';
  if (/^(?:Native|RowBinary|Parquet|Arrow|ORC|Avro|MsgPack|BSON|Npy|Protobuf|CapnProto)/.test(format)) {
    return 'application/octet-stream';
  }
  return 'text/plain; charset=UTF-8';
}
