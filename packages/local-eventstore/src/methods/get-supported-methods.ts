import type { SupportedMethods as SupportedMethodsMessage } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { protocolVersion } from '../connection/this-node.js';
import { SupportedMethod, SupportedMethods } from '../wire/stubs.js';

/** The methods by their services, each with what the clients call its features. */
const served: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'event_store.client.streams.Streams': {
    read: ['position', 'events'],
    append: [],
    batchappend: ['deadline_duration'],
    delete: [],
    tombstone: [],
  },
  'event_store.client.server_features.ServerFeatures': { getsupportedmethods: [] },
  'event_store.client.gossip.Gossip': { read: [] },
};

/** `ServerFeatures/GetSupportedMethods`: by it the client decides to use BatchAppend, and what it doesn't even try. */
export function getSupportedMethods(
  _call: ServerUnaryCall<Empty, SupportedMethodsMessage>,
  answer: sendUnaryData<SupportedMethodsMessage>,
): void {
  const methods = new SupportedMethods();
  methods.setEventStoreServerVersion(protocolVersion);
  for (const [service, described] of Object.entries(served)) {
    for (const [name, features] of Object.entries(described)) {
      const method = new SupportedMethod();
      method.setServiceName(service);
      method.setMethodName(name);
      method.setFeaturesList([...features]);
      methods.addMethods(method);
    }
  }
  answer(null, methods);
}
