/** The most that one append may hold unless set otherwise, in bytes: EventStoreDB's default `MaxAppendSize`. */
export const defaultMaxAppendBytes = 1024 * 1024;

/**
 * The size of one proposed event as the limit counts it: data, metadata and two bytes for each UTF-16 unit of the type.
 */
export function appendBytesOf(event: {
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly type: string;
}): number {
  return event.data.length + event.metadata.length + event.type.length * 2;
}
