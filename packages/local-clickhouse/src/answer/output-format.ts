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

/** Whether the first bytes of a result are rows, and not a heading that comes also where no row does. */
export const startsWithRows = (format: string): boolean =>
  /^(?:JSON(?:Compact)?(?:Strings)?EachRow(?:WithProgress)?|JSONLines|NDJSON|CSV|(?:TSV|TabSeparated)(?:Raw)?|Native|RowBinary|Values|MsgPack)$/i.test(
    format,
  );
