import type { Metadata } from '@grpc/grpc-js';
import { mayAccess, type Operation, rolesOf } from '../rules/stream-access.js';
import type { LogReader } from '../storage/log-reader.js';
import { accessDenied, unauthenticated } from '../wire/errors.js';
import { type Users, userOf } from './users.js';

/** Who makes a call. */
export interface Caller {
  may(operation: Operation, stream: string): boolean;
}

export interface AccessControl {
  /** Whom the credentials of a call name; a call without any is anybody's. Throws UNAUTHENTICATED for wrong ones. */
  callerOf(metadata: Metadata): Caller;
}

/** Asks for no credentials and lets everybody do everything, as EventStoreDB does when it runs insecure. */
export const openAccess: AccessControl = { callerOf: () => ({ may: () => true }) };

export function accessFor(users: Users, reader: Pick<LogReader, 'metadataOf'>): AccessControl {
  return {
    callerOf(metadata) {
      const roles = rolesNamedIn(metadata, users);
      return {
        may: (operation, stream) =>
          mayAccess({ roles, operation, stream, metadataOf: (of) => reader.metadataOf(of) }),
      };
    },
  };
}

/** Throws PERMISSION_DENIED where the caller may not. */
export function demand(caller: Caller, operation: Operation, stream: string): void {
  if (!caller.may(operation, stream)) throw accessDenied();
}

function rolesNamedIn(metadata: Metadata, users: Users): readonly string[] {
  const [header] = metadata.get('authorization');
  if (header === undefined) return [];
  const user = userOf(users, header.toString());
  if (user === undefined) throw unauthenticated();
  return rolesOf(user);
}
