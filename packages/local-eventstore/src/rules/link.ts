/** The type of an event that stands for another one, as EventStoreDB names it. */
const linkType = '$>';

/** The event that a link stands for. */
export interface LinkTarget {
  readonly stream: string;
  readonly revision: number;
}

/** What a link (data `revision@stream`) stands for; undefined for an event that is none, or that can't be read as one. */
export function linkTargetOf(event: {
  readonly type: string;
  readonly data: Uint8Array;
}): LinkTarget | undefined {
  if (event.type !== linkType) return undefined;
  const text = Buffer.from(event.data).toString('utf8');
  const [, revision, stream] = /^(\d{1,15})@(.+)$/s.exec(text) ?? [];
  return revision === undefined || stream === undefined ? undefined : { stream, revision: Number(revision) };
}
