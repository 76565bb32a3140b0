// Made from schemas/ by `node infra/codegen/contracts.mjs`; do not edit.

/** One interaction between a guest and a property, as a source reported it. Topic: touchpoints, keyed by propertyId. */
export interface Touchpoint {
  /** UUIDv5 of source, vendor, vendor account and vendor event id: a redelivery has the same id. */
  touchpointId: string;
  /** The kind of system that saw it. */
  source: Source;
  /** The vendor of that system, such as cloudbeds. */
  vendor: string;
  /** The hotel group's account with that vendor. */
  vendorAccount: string;
  /** The vendor's event id, or one derived from content where the vendor has none. */
  vendorEventId: string;
  /** The medium in which guest and property met. */
  channel: Channel;
  /** What happened. */
  type: TouchpointType;
  /** Who acted. A response time runs from a guest's message to the next one of the staff. */
  actor: Actor;
  /** The property (hotel) that it happened at. */
  propertyId: string;
  /** When it happened; milliseconds since 1970 UTC. */
  occurredAt: number;
  /** Whose clock occurredAt is: the vendor's, or ours at receipt where the vendor sends no time. */
  clock: Clock;
  /** When ingest received it; milliseconds since 1970 UTC. */
  receivedAt: number;
  identifiers: Array<Identifier>;
  /** As the source shows it. Names never join guests. */
  guestName: null | string;
  /** ISO 639-1, as the source states it. */
  guestLanguage: null | string;
  reservation: null | Reservation;
  /** The room number that it happened in, where a device or lock reported it. */
  room: null | string;
  /** The words of the guest or the staff. */
  text: null | string;
  /** ISO 639-1, where the vendor states it. */
  textLanguage: null | string;
  ratings: Array<Rating>;
  /** What ties a question to its answer. */
  conversationId: null | string;
  /** Further facts of the vendor, for people to read; nothing is computed from them. */
  attributes: Record<string, string>;
}

export type Source = 'booking' | 'checkin' | 'chat' | 'social' | 'survey' | 'room' | 'other';

export const SOURCE_VALUES = ['booking', 'checkin', 'chat', 'social', 'survey', 'room', 'other'] as const;

export type Channel = 'pms' | 'ota' | 'web' | 'whatsapp' | 'sms' | 'email' | 'facebook' | 'tripadvisor' | 'survey' | 'door_lock' | 'room_device' | 'other';

export const CHANNEL_VALUES = ['pms', 'ota', 'web', 'whatsapp', 'sms', 'email', 'facebook', 'tripadvisor', 'survey', 'door_lock', 'room_device', 'other'] as const;

export type TouchpointType = 'reservation_made' | 'reservation_changed' | 'reservation_cancelled' | 'no_show' | 'profile_created' | 'profile_changed' | 'room_assigned' | 'checked_in' | 'checked_out' | 'door_opened' | 'message_received' | 'message_sent' | 'comment_posted' | 'mention_posted' | 'reaction_added' | 'review_posted' | 'review_answered' | 'survey_answered' | 'comfort_breached' | 'device_faulted' | 'setpoint_changed' | 'service_requested' | 'leak_detected' | 'smoke_detected' | 'other';

export const TOUCHPOINT_TYPE_VALUES = ['reservation_made', 'reservation_changed', 'reservation_cancelled', 'no_show', 'profile_created', 'profile_changed', 'room_assigned', 'checked_in', 'checked_out', 'door_opened', 'message_received', 'message_sent', 'comment_posted', 'mention_posted', 'reaction_added', 'review_posted', 'review_answered', 'survey_answered', 'comfort_breached', 'device_faulted', 'setpoint_changed', 'service_requested', 'leak_detected', 'smoke_detected', 'other'] as const;

export type Actor = 'guest' | 'staff' | 'system';

export const ACTOR_VALUES = ['guest', 'staff', 'system'] as const;

export type Clock = 'vendor' | 'receipt';

export const CLOCK_VALUES = ['vendor', 'receipt'] as const;

/** What a source knows a guest by, normalised. */
export interface Identifier {
  kind: IdentifierKind;
  /** Lower-cased email, E.164 phone, or the vendor's id as it is. */
  value: string;
  /** Where the value is unique: empty for everywhere (email, phone), a property or vendor account otherwise. */
  scope: string;
  /** Whether the source vouches for it. Only verified identifiers join guests. */
  verified: boolean;
}

export type IdentifierKind = 'loyalty' | 'pms_profile' | 'email' | 'phone' | 'reservation' | 'messaging' | 'social' | 'other';

export const IDENTIFIER_KIND_VALUES = ['loyalty', 'pms_profile', 'email', 'phone', 'reservation', 'messaging', 'social', 'other'] as const;

/** What this touchpoint says of a reservation; null where it says nothing. */
export interface Reservation {
  /** The reservation code, unique in the property. */
  code: string;
  status: null | ReservationStatus;
  /** YYYY-MM-DD, the property's own calendar. */
  arrivalDate: null | string;
  /** YYYY-MM-DD, the property's own calendar. */
  departureDate: null | string;
  /** The room number. */
  room: null | string;
}

export type ReservationStatus = 'booked' | 'cancelled' | 'no_show' | 'in_house' | 'departed' | 'other';

export const RESERVATION_STATUS_VALUES = ['booked', 'cancelled', 'no_show', 'in_house', 'departed', 'other'] as const;

/** One answer on a scale. */
export interface Rating {
  metric: RatingMetric;
  value: number;
  /** The lowest answer that the scale allows. */
  scaleMin: number;
  /** The highest answer that the scale allows. */
  scaleMax: number;
  question: null | string;
}

export type RatingMetric = 'nps' | 'csat' | 'ces' | 'review' | 'other';

export const RATING_METRIC_VALUES = ['nps', 'csat', 'ces', 'review', 'other'] as const;

/** A message that could not be taken further, with its original bytes. Topic: touchpoints.quarantine, keyed by quarantineId. */
export interface Quarantined {
  /** UUIDv5 of vendor, account, code and bytes: a redelivery has the same id. */
  quarantineId: string;
  /** One of the codes in docs/codes.md. */
  code: string;
  /** What is wrong and where, for a person. */
  detail: string;
  /** The step that gave up, such as ingest.normalise or recorder.decode. */
  step: string;
  vendor: string;
  vendorAccount: string;
  propertyId: null | string;
  /** The HTTP path, the MQTT topic, or Kafka topic/partition/offset that it came from. */
  origin: string;
  contentType: null | string;
  /** The bytes as they were received. */
  payload: Buffer;
  receivedAt: number;
}

/** One domain event as the relay publishes it. Topic: journey-events, keyed by guestId, or by stream where no guest is known. Exactly one of touchpoint, correction, identifier, stay and occupancy is set, by eventType. */
export interface JourneyEvent {
  /** The event's id in EventStoreDB. */
  eventId: string;
  eventType: EventType;
  /** The EventStoreDB stream, such as guest-6f… */
  stream: string;
  /** The event's revision in its stream, from 0. */
  revision: number;
  /** The commit position in $all. */
  position: number;
  /** When EventStoreDB wrote it. */
  recordedAt: number;
  guestId: null | string;
  touchpoint: null | RecordedTouchpoint;
  correction: null | Correction;
  identifier: null | IdentifierClaim;
  stay: null | StayFact;
  occupancy: null | Occupancy;
}

export type EventType = 'TouchpointRecorded' | 'IdentifierClaimed' | 'StayBooked' | 'StayChanged' | 'StayCancelled' | 'GuestCheckedIn' | 'GuestCheckedOut' | 'RoomOccupied' | 'RoomVacated' | 'TouchpointAttributed' | 'TouchpointRescored' | 'Other';

export const EVENT_TYPE_VALUES = ['TouchpointRecorded', 'IdentifierClaimed', 'StayBooked', 'StayChanged', 'StayCancelled', 'GuestCheckedIn', 'GuestCheckedOut', 'RoomOccupied', 'RoomVacated', 'TouchpointAttributed', 'TouchpointRescored', 'Other'] as const;

/** A touchpoint with what the recorder decided about it. */
export interface RecordedTouchpoint {
  touchpoint: Touchpoint;
  guestId: null | string;
  stayId: null | string;
  /** The stage of the journey that it belongs to. */
  stage: Stage;
  /** YYYY-MM-DD: the property's business day that it happened on. */
  businessDate: string;
  /** How the guest was found. */
  attribution: Attribution;
  /** Other guests whose verified identifiers this touchpoint carries: candidates for a merge. */
  alsoMatched: Array<string>;
  sentiment: null | Sentiment;
}

export type Stage = 'booking' | 'pre_arrival' | 'arrival' | 'in_stay' | 'departure' | 'post_stay' | 'unknown';

export const STAGE_VALUES = ['booking', 'pre_arrival', 'arrival', 'in_stay', 'departure', 'post_stay', 'unknown'] as const;

export type Attribution = 'verified_identifier' | 'asserted_identifier' | 'occupancy' | 'new_guest' | 'none';

export const ATTRIBUTION_VALUES = ['verified_identifier', 'asserted_identifier', 'occupancy', 'new_guest', 'none'] as const;

export interface Sentiment {
  /** ISO 639-1, as identified from the text; null where unsure. */
  language: null | string;
  /** -1 (negative) to 1 (positive), three decimals. */
  score: number;
  label: SentimentLabel;
  /** 0 to 1. */
  confidence: number;
  /** The scorer and its version. */
  model: string;
  /** What the text speaks of. */
  topics: Array<TopicSentiment>;
  /** Whether staff must act now: a leak, a guest locked out or ill, smoke. */
  urgent: boolean;
}

export type SentimentLabel = 'negative' | 'neutral' | 'positive';

export const SENTIMENT_LABEL_VALUES = ['negative', 'neutral', 'positive'] as const;

export interface TopicSentiment {
  /** What the text speaks of, such as cleanliness; other where it is none of the known ones. */
  topic: string;
  /** -1 to 1, of the clauses that speak of it, three decimals. */
  sentiment: number;
}

/** What is recorded of a touchpoint has changed. */
export interface Correction {
  /** The guest in whose history it stands. */
  guestId: null | string;
  touchpoint: Touchpoint;
  /** What held. */
  before: Decision;
  /** What holds from now on. */
  after: Decision;
}

/** What is decided about a touchpoint. */
export interface Decision {
  guestId: null | string;
  stayId: null | string;
  /** The stage of the journey that it belongs to. */
  stage: Stage;
  /** YYYY-MM-DD: the property's business day that it happened on. */
  businessDate: string;
  /** How the guest was found. */
  attribution: Attribution;
  /** Other guests whose verified identifiers this touchpoint carries: candidates for a merge. */
  alsoMatched: Array<string>;
  sentiment: null | Sentiment;
}

export interface IdentifierClaim {
  /** SHA-256 of kind, scope and value, in hex. */
  identifierHash: string;
  kind: IdentifierKind;
  verified: boolean;
  guestId: string;
  touchpointId: string;
}

/** What became known of a stay. */
export interface StayFact {
  stayId: string;
  guestId: string;
  propertyId: string;
  reservationCode: string;
  status: null | ReservationStatus;
  arrivalDate: null | string;
  departureDate: null | string;
  room: null | string;
  occurredAt: number;
  touchpointId: string;
}

/** A stay took or left a room, or a touchpoint in it was attributed to the stay. */
export interface Occupancy {
  propertyId: string;
  room: string;
  stayId: string;
  guestId: string;
  occurredAt: number;
  touchpointId: string;
}
