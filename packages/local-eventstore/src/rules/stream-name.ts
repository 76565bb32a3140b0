/** Why a stream may not be written to under this name, or undefined where it may. */
export function refusalOfStreamName(stream: string): string | undefined {
  if (stream === '') return 'A stream needs a name.';
  if (stream === '$all') return "'$all' is the log of every stream and can't be written to.";
  if (stream.startsWith('$$$$')) return `'${stream}': the metadata of a metadata stream can't be written.`;
  return undefined;
}

/** Whether the stream holds another one's metadata. */
export function isMetadataStream(stream: string): boolean {
  return stream.startsWith('$$');
}

export function metadataStreamOf(stream: string): string {
  return `$$${stream}`;
}

export function streamOfMetadata(metadataStream: string): string {
  return metadataStream.slice(2);
}

const projectedPrefixes = ['$ce-', '$et-', '$bc-', '$category-', '$idx-'];

/** Whether the stream would be filled by one of EventStoreDB's system projections, or be one of KurrentDB's indexes. */
export function isProjectedStream(stream: string): boolean {
  return stream === '$streams' || projectedPrefixes.some((prefix) => stream.startsWith(prefix));
}
