import {
  array,
  authorizedOperations,
  boolean,
  int8,
  int16,
  int32,
  nullableString,
  since,
  string,
  struct,
  throttleMs,
  unknownOperations,
} from '../wire/codec.js';
import { ErrorCode } from '../wire/error-code.js';
import { defineApi } from './api.js';
import { operationsFor } from './authorized-operations.js';

/** The endpoint type of brokers; controllers (2) are not to be reached from outside. */
const brokers = 1;

/** Names the cluster and its one broker. */
export const describeCluster = defineApi({
  key: 60,
  name: 'DescribeCluster',
  minVersion: 0,
  maxVersion: 1,
  flexibleSince: 0,
  request: struct({ includeOperations: boolean, endpointType: since(1, int8, brokers) }),
  response: struct({
    throttleMs,
    code: int16,
    message: nullableString,
    endpointType: since(1, int8, brokers),
    clusterId: string,
    controllerId: int32,
    brokers: array(struct({ nodeId: int32, host: string, port: int32, rack: nullableString })),
    operations: authorizedOperations,
  }),
  handle(broker, { endpointType, includeOperations }) {
    if (endpointType !== brokers) return nobody(ErrorCode.invalidRequest, endpointType);
    const { nodeId, address, clusterId } = broker;
    return {
      ...nobody(ErrorCode.none, endpointType),
      clusterId,
      controllerId: nodeId,
      brokers: [{ nodeId, ...address, rack: null }],
      operations: operationsFor('cluster', includeOperations),
    };
  },
  failed: ({ endpointType }, code) => nobody(code, endpointType),
});

const nobody = (code: number, endpointType: number) => ({
  throttleMs: 0,
  code,
  message: null,
  endpointType,
  clusterId: '',
  controllerId: -1,
  brokers: [] as { nodeId: number; host: string; port: number; rack: string | null }[],
  operations: unknownOperations,
});
