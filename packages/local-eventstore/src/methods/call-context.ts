import type { AccessControl } from '../access/access-control.js';
import type { EventLog } from '../storage/event-log.js';
import type { OpenCalls } from './open-calls.js';

/** What every gRPC method works with. */
export interface CallContext {
  readonly log: EventLog;
  readonly access: AccessControl;
  readonly openCalls: OpenCalls;
  /** The most that one append may hold, as the limit counts it. */
  readonly maxAppendBytes: number;
}
