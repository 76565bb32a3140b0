import type { Payload } from './delivery.js';

/** Something that happens, and what a vendor sends of it. */
export interface Step {
  /** Milliseconds since 1970 UTC, whole seconds. */
  occurredAt: number;
  payload: Payload;
  /** How it may be disturbed on its way. */
  transit: Transit;
}

export interface Transit {
  /** `prompt`: others rely on it, so it is never late or overtaken. Those of one phase may overtake each other. */
  order: 'prompt' | 'before' | 'during' | 'after';
  /** It must be delivered before this instant. */
  deadline?: number;
}

export const prompt: Transit = { order: 'prompt' };
