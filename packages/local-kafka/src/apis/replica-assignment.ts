import { ErrorCode, ProtocolError } from '../wire/error-code.js';

/** Throws INVALID_REPLICA_ASSIGNMENT unless the only replica is on this broker. */
export const checkReplicas = (nodeId: number, brokerIds: number[]): void => {
  if (brokerIds.length !== 1 || brokerIds[0] !== nodeId) {
    throw new ProtocolError(ErrorCode.invalidReplicaAssignment, `the only broker is ${nodeId}`);
  }
};

/** How many partitions an assignment names: 0 to n − 1, each once, all on this broker. */
export const countOfAssignments = (
  nodeId: number,
  assignments: { index: number; brokerIds: number[] }[],
): number => {
  const indexes = new Set(assignments.map((it) => it.index));
  const isWhole = indexes.size === assignments.length && assignments.every((_, index) => indexes.has(index));
  if (!isWhole)
    throw new ProtocolError(ErrorCode.invalidReplicaAssignment, 'partitions count from 0 without gaps');
  for (const { brokerIds } of assignments) checkReplicas(nodeId, brokerIds);
  return assignments.length;
};
