import { type Server, type ServerDuplexStream, status } from '@grpc/grpc-js';
import { refusals } from '../rules/refusals.js';
import { CallError } from '../wire/errors.js';

/** The services that clients know and this server does not serve, by their names on the wire. */
const refused: Readonly<Record<string, { readonly reason: string; readonly methods: readonly string[] }>> = {
  'event_store.client.persistent_subscriptions.PersistentSubscriptions': {
    reason: refusals.persistentSubscriptions,
    methods: ['Create', 'Update', 'Delete', 'Read', 'GetInfo', 'ReplayParked', 'List', 'RestartSubsystem'],
  },
  'event_store.client.projections.Projections': {
    reason: refusals.projections,
    methods: [
      'Create',
      'Update',
      'Delete',
      'Statistics',
      'Disable',
      'Enable',
      'Reset',
      'State',
      'Result',
      'RestartSubsystem',
    ],
  },
  'kurrentdb.protocol.v2.streams.StreamsService': {
    reason: refusals.multiStreamAppend,
    methods: ['AppendSession', 'AppendRecords'],
  },
  'event_store.client.operations.Operations': {
    reason: refusals.operations,
    methods: [
      'StartScavenge',
      'StopScavenge',
      'Shutdown',
      'MergeIndexes',
      'ResignNode',
      'SetNodePriority',
      'RestartPersistentSubscriptions',
    ],
  },
  'event_store.client.users.Users': {
    reason: refusals.operations,
    methods: [
      'Create',
      'Update',
      'Delete',
      'Disable',
      'Enable',
      'Details',
      'ChangePassword',
      'ResetPassword',
    ],
  },
  'event_store.client.monitoring.Monitoring': { reason: refusals.operations, methods: ['Stats'] },
};

/** Answers their calls with UNIMPLEMENTED and what to use, where gRPC alone would only name the method. */
export function refuseServices(server: Server): void {
  for (const [service, { reason, methods }] of Object.entries(refused)) {
    const refuse = (call: ServerDuplexStream<Buffer, Buffer>): void => {
      call.emit('error', new CallError(status.UNIMPLEMENTED, reason));
    };
    const asItIs = (bytes: Buffer): Buffer => bytes;
    // As a call with streams on both sides, the one kind that is answered before anything of it is read.
    for (const method of methods) server.register(`/${service}/${method}`, refuse, asItIs, asItIs, 'bidi');
  }
}
