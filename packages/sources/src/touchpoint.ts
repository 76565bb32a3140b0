import { type Touchpoint, touchpointIdOf } from '@bellhop/contracts';
import { withoutCardNumbers } from './card-numbers.js';
import type { Outcome, SourceContext } from './source.js';

type Stated = Pick<Touchpoint, 'source' | 'channel' | 'type' | 'actor' | 'propertyId' | 'vendorEventId'> & {
  /** Milliseconds since 1970 UTC; left out where the vendor sends no time. */
  occurredAt?: number | undefined;
} & Partial<
    Omit<Touchpoint, 'touchpointId' | 'occurredAt' | 'receivedAt' | 'clock' | 'vendor' | 'vendorAccount'>
  >;

/**
 * A touchpoint outcome from what the payload states; the rest is empty. Words that are blank become null, and
 * card numbers in them are masked.
 */
export function touchpointOutcome(context: SourceContext, stated: Stated): Outcome {
  const { vendor, account: vendorAccount } = context.account;
  const { occurredAt, ...rest } = stated;
  const vendorEventId = wellFormed(stated.vendorEventId);
  const touchpoint: Touchpoint = {
    identifiers: [],
    guestName: null,
    guestLanguage: null,
    reservation: null,
    room: null,
    textLanguage: null,
    ratings: [],
    conversationId: null,
    attributes: {},
    ...rest,
    text: rest.text?.trim() ? withoutCardNumbers(rest.text) : null,
    touchpointId: touchpointIdOf({ source: stated.source, vendor, vendorAccount, vendorEventId }),
    vendorEventId,
    vendor,
    vendorAccount,
    occurredAt: occurredAt ?? context.receivedAt,
    clock: occurredAt === undefined ? 'receipt' : 'vendor',
    receivedAt: context.receivedAt,
  };
  return { kind: 'touchpoint', touchpoint };
}

/** Half a surrogate pair, which JSON can hold but UTF-8 cannot, becomes U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
