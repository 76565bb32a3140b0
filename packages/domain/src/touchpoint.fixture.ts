import type {
  Identifier,
  Property,
  RecordedTouchpoint,
  Reservation,
  Sentiment,
  Touchpoint,
} from '@bellhop/contracts';

export const harbour: Property = {
  propertyId: 'harbour',
  name: 'Harbour House',
  timeZone: 'Europe/Berlin',
  dayChangeHour: 4,
  country: 'DE',
};

/** A touchpoint that says nothing but what is stated. */
export function touchpoint(stated: Partial<Touchpoint> = {}): Touchpoint {
  return {
    touchpointId: 't1',
    source: 'chat',
    vendor: 'whatsapp',
    vendorAccount: 'main',
    vendorEventId: 'e1',
    channel: 'whatsapp',
    type: 'message_received',
    actor: 'guest',
    propertyId: 'harbour',
    occurredAt: Date.UTC(2026, 6, 10, 12),
    clock: 'vendor',
    receivedAt: Date.UTC(2026, 6, 10, 12),
    identifiers: [],
    guestName: null,
    guestLanguage: null,
    reservation: null,
    room: null,
    text: null,
    textLanguage: null,
    ratings: [],
    conversationId: null,
    attributes: {},
    ...stated,
  };
}

export const reservation = (stated: Partial<Reservation> = {}): Reservation => ({
  code: 'R1',
  status: null,
  arrivalDate: null,
  departureDate: null,
  room: null,
  ...stated,
});

export const identifier = (kind: Identifier['kind'], value: string, verified = true): Identifier => ({
  kind,
  value,
  scope: '',
  verified,
});

export const sentiment = (stated: Partial<Sentiment> = {}): Sentiment => ({
  language: 'en',
  score: 0.5,
  label: 'positive',
  confidence: 1,
  model: 'm1',
  topics: [],
  urgent: false,
  ...stated,
});

export const recorded = (
  stated: Partial<Touchpoint>,
  decided: Partial<Omit<RecordedTouchpoint, 'touchpoint'>> = {},
): RecordedTouchpoint => ({
  touchpoint: touchpoint(stated),
  guestId: 'g1',
  stayId: null,
  stage: 'unknown',
  businessDate: '2026-07-10',
  attribution: 'new_guest',
  alsoMatched: [],
  sentiment: null,
  ...decided,
});
