import type { Rating } from '@bellhop/contracts';
import type { Vendor } from '@bellhop/sources';
import type { ExpectedTouchpoint } from '../delivery.js';
import { type StayDates, stageOf } from '../stage.js';
import type { Language } from '../texts/index.js';
import type { Wiring } from '../wiring.js';

/** Whom and when a payload is about. */
export interface Occasion {
  wiring: Wiring;
  /** Milliseconds since 1970 UTC; vendors that send whole seconds cut the rest off. */
  occurredAt: number;
  /** The stay that the pipeline can find the touchpoint's guest in; null where there is none. */
  stay: StayDates | null;
}

export interface Words {
  text: string;
  language: Language;
}

type Stated = Pick<ExpectedTouchpoint, 'source' | 'channel' | 'type' | 'actor'> & {
  vendor: Vendor;
  /** What makes it unique among the vendor's events. */
  id: string;
  words?: Words | null;
  ratings?: Rating[];
  /** The vendor sends no time, so that the time is that of receipt. */
  timeless?: boolean;
};

/** What the pipeline must make of a payload, by the occasion and what the vendor states. */
export function expectTouchpoint(
  { wiring, occurredAt, stay }: Occasion,
  { vendor, id, words, ratings, timeless, ...stated }: Stated,
): ExpectedTouchpoint {
  return {
    kind: 'touchpoint',
    key: `${vendor}:${id}`,
    propertyId: wiring.property.propertyId,
    ...stated,
    occurredAt: timeless ? null : occurredAt,
    stage: timeless ? null : stageOf(stated.type, occurredAt, { property: wiring.property, stay }),
    text: words?.text ?? null,
    language: words?.language ?? null,
    ratings: ratings ?? [],
  };
}

export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** A form as browsers encode it. */
export const form = (fields: Record<string, string>): Buffer =>
  Buffer.from(new URLSearchParams(fields).toString());
