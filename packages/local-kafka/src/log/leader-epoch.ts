import { ErrorCode } from '../wire/error-code.js';

/** The one broker leads every partition from the start, so there is one epoch. */
export const leaderEpoch = 0;

/** Why a request for this epoch is refused, or none; −1 stands for any (KIP-320). */
export const checkLeaderEpoch = (wanted: number): ErrorCode => {
  if (wanted < 0 || wanted === leaderEpoch) return ErrorCode.none;
  return wanted > leaderEpoch ? ErrorCode.unknownLeaderEpoch : ErrorCode.fencedLeaderEpoch;
};
