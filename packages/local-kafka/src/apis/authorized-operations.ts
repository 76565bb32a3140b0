import { unknownOperations } from '../wire/codec.js';

/** Operations of the protocol, by the bit that stands for each. */
const operation = {
  read: 3,
  write: 4,
  create: 5,
  delete: 6,
  alter: 7,
  describe: 8,
  clusterAction: 9,
  describeConfigs: 10,
  alterConfigs: 11,
  idempotentWrite: 12,
} as const;

const bitsOf = (...names: (keyof typeof operation)[]): number =>
  names.reduce((bits, name) => bits | (1 << operation[name]), 0);

/** All that there is for a kind of resource. */
export const allOperations = {
  topic: bitsOf('read', 'write', 'create', 'delete', 'alter', 'describe', 'describeConfigs', 'alterConfigs'),
  group: bitsOf('read', 'delete', 'describe'),
  cluster: bitsOf(
    'create',
    'alter',
    'describe',
    'clusterAction',
    'describeConfigs',
    'alterConfigs',
    'idempotentWrite',
  ),
};

/** What a client may do, where it asks: without ACLs everything. */
export const operationsFor = (kind: keyof typeof allOperations, isWanted: boolean): number =>
  isWanted ? allOperations[kind] : unknownOperations;
