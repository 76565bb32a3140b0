import type { GroupState } from '../machines/group-state.js';
import { int16, string } from '../wire/codec.js';
import { MalformedFrame, Reader } from '../wire/reader.js';

/** The topics in a consumer's metadata (KIP-415): a version, and the names. */
const topicsIn = (metadata: Buffer): string[] => {
  const reader = new Reader(metadata);
  int16.read(reader);
  return Array.from({ length: reader.countItems(reader.int32()) }, () => string.read(reader));
};

/** The topics that the members of a group of consumers want, or null where they can't be told. */
export const subscribedTopics = (state: GroupState): Set<string> | null => {
  if (state.protocolType !== 'consumer') return null;
  try {
    return new Set(
      state.members.flatMap((member) => member.protocols.flatMap((it) => topicsIn(it.metadata))),
    );
  } catch (error) {
    if (error instanceof MalformedFrame) return null;
    throw error;
  }
};
