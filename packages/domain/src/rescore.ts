import type { RecordedTouchpoint, Sentiment } from '@bellhop/contracts';
import type { GuestEvent, TouchpointRescored } from './guest.js';

/** What is recorded of each touchpoint of a stream: a fold of `guest-…` or `room-…`, corrections included. */
export function recordedTouchpoints(
  events: readonly { type: string; data: unknown }[],
): ReadonlyMap<string, RecordedTouchpoint> {
  const recorded = new Map<string, RecordedTouchpoint>();
  for (const { type, data } of events as GuestEvent[]) {
    if (type === 'TouchpointRecorded') recorded.set(data.touchpoint.touchpointId, data);
    if (type === 'TouchpointRescored')
      recorded.set(data.touchpoint.touchpointId, { touchpoint: data.touchpoint, ...data.after });
  }
  return recorded;
}

/** What is recorded of a text: of an analysis that says more, this part. */
export function sentimentOf(analysis: Sentiment): Sentiment {
  const { language, score, label, confidence, model, topics, urgent } = analysis;
  return { language, score, label, confidence, model, topics, urgent };
}

/** The correction of a text's score, or none where this model has scored it: so it may be asked for again at any time. */
export function decideRescore(recorded: RecordedTouchpoint, sentiment: Sentiment): TouchpointRescored[] {
  if (recorded.sentiment?.model === sentiment.model) return [];
  const { touchpoint, ...before } = recorded;
  const data = { guestId: recorded.guestId, touchpoint, before, after: { ...before, sentiment } };
  return [{ type: 'TouchpointRescored', data }];
}
