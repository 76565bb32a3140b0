import { isMetadataStream, streamOfMetadata } from './stream-name.js';
import { parseMetadata } from './truncation.js';

export type Operation = 'read' | 'write' | 'delete';

/** The role of everybody, with credentials or without. */
const everybody = '$all';
/** The role that may do everything. */
const admins = '$admins';

/** The names under which `$acl` lists who may do what with a stream, and with its metadata. */
const streamKeys = { read: '$r', write: '$w', delete: '$d' } as const;
const metadataKeys = { read: '$mr', write: '$mw', delete: '$mw' } as const;

export interface AccessQuestion {
  readonly roles: readonly string[];
  readonly operation: Operation;
  readonly stream: string;
  /** The metadata document of a stream, where it has one. */
  readonly metadataOf: (stream: string) => Uint8Array | undefined;
}

/**
 * Decides by the stream's `$acl`, or by EventStoreDB's defaults where that says nothing: everybody may do everything
 * with users' streams, and nobody but admins anything with `$all` and the system's. A metadata stream follows the one
 * that it describes.
 */
export function mayAccess({ roles, operation, stream, metadataOf }: AccessQuestion): boolean {
  if (roles.includes(admins)) return true;
  const ofMetadata = isMetadataStream(stream);
  const described = ofMetadata ? streamOfMetadata(stream) : stream;
  const key = ofMetadata ? metadataKeys[operation] : streamKeys[operation];
  const allowed = listed(metadataOf(described), key) ?? [described.startsWith('$') ? admins : everybody];
  return allowed.some((role) => role === everybody || roles.includes(role));
}

/** A user has a role of the same name, and `admin` is what EventStoreDB calls its own administrator. */
export function rolesOf(user: string): readonly string[] {
  return user === 'admin' ? [user, admins] : [user];
}

/** A role or a list of them under the key; undefined where the document says nothing of it. */
function listed(document: Uint8Array | undefined, key: string): readonly string[] | undefined {
  const { $acl: acl } = parseMetadata(document ?? new Uint8Array());
  if (typeof acl !== 'object' || acl === null) return undefined;
  const value: unknown = (acl as Record<string, unknown>)[key];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((role) => typeof role === 'string') : undefined;
}
