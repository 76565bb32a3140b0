import { ErrorCode, ProtocolError } from '../wire/error-code.js';

/** LMDB's keys are bounded, and a group id shares its key with a topic name. */
const maxIdBytes = 1_000;

/** Throws INVALID_GROUP_ID for an empty or overlong id. */
export const checkGroupId = (group: string): void => {
  if (group === '' || Buffer.byteLength(group) > maxIdBytes) {
    throw new ProtocolError(ErrorCode.invalidGroupId, `a group id has 1 to ${maxIdBytes} bytes`);
  }
};

/** Throws INVALID_REQUEST for an empty or overlong transactional id. */
export const checkTransactionalId = (id: string): void => {
  if (id === '' || Buffer.byteLength(id) > maxIdBytes) {
    throw new ProtocolError(ErrorCode.invalidRequest, `a transactional id has 1 to ${maxIdBytes} bytes`);
  }
};
