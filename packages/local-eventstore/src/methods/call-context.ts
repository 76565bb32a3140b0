import type { EventLog } from '../storage/event-log.js';
import type { OpenCalls } from './open-calls.js';

/** What every gRPC method works with. */
export interface CallContext {
  readonly log: EventLog;
  readonly openCalls: OpenCalls;
  /** The most that one append may hold, as the limit counts it. */
  readonly maxAppendBytes: number;
}
