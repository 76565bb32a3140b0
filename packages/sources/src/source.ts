import type {
  HotelGroup,
  Property,
  QuarantineCode,
  Source as SourceKind,
  Touchpoint,
  VendorAccount,
} from '@bellhop/contracts';

/** An HTTP request as it was received. */
export interface InboundRequest {
  method: string;
  /** The public address that the vendor called: scheme, host, path and query, rebuilt from configuration. */
  url: string;
  /** Header names in lower case. */
  headers: Record<string, string | undefined>;
  /** The bytes as received: what a signature covers. */
  body: Buffer;
}

/** An MQTT message as it was received. */
export interface InboundPublication {
  topic: string;
  payload: Buffer;
  /** Whether the broker replays an old state. */
  retained: boolean;
}

/** What a source may look at besides the message. */
export interface SourceContext {
  group: HotelGroup;
  account: VendorAccount;
  /** When ingest received the message; milliseconds since 1970 UTC. */
  receivedAt: number;
}

/** Why a message, or a part of one, is not a touchpoint although nothing is wrong with it. Counted by reason. */
export type IgnoredReason =
  | 'delivery-status'
  | 'own-message'
  | 'telemetry'
  | 'property-system'
  | 'replayed-state'
  | 'connection-test'
  | 'not-published'
  | 'incomplete-response';

/** One payload gives a list of these, in the order of its parts. An empty list would be a silent drop, so no source returns one. */
export type Outcome =
  | { kind: 'touchpoint'; touchpoint: Touchpoint }
  | { kind: 'ignored'; reason: IgnoredReason; detail: string }
  | { kind: 'quarantine'; code: QuarantineCode; detail: string };

/** Whether a request is the vendor's. `detail` says what did not match, never the expected value. */
export type Verification = { ok: true } | { ok: false; detail: string };

export interface HttpAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** A payload as the vendor would send it. */
export interface SignedRequest {
  url: string;
  headers: Record<string, string>;
  body: Buffer;
}

interface SourceCommon {
  vendor: string;
  kind: SourceKind;
}

/** A vendor that posts to us. */
export interface HttpSource extends SourceCommon {
  transport: 'http';
  /** Checks the signature, or the token of vendors that sign nothing, over the raw bytes. Constant-time. */
  verify(request: InboundRequest, account: VendorAccount): Verification;
  /** Meta's GET verification; undefined where the vendor has none. */
  handshake?(request: InboundRequest, account: VendorAccount): HttpAnswer;
  /** What the payload means. Pure; never throws for a bad payload. */
  normalise(request: InboundRequest, context: SourceContext): Outcome[];
  /** What the vendor expects to hear when the payload was taken, also when it is quarantined. */
  acknowledgement: HttpAnswer;
  /** The same for vendors whose answer repeats parts of the request. Never throws; used instead of `acknowledgement`. */
  acknowledge?(request: InboundRequest): HttpAnswer;
  /** Signs a payload as the vendor would, for `bellhop send`, the simulator and tests. `url` is the account's address without a token. */
  sign(body: Buffer, account: VendorAccount, url: string): SignedRequest;
}

/** A vendor whose devices publish to the MQTT broker. */
export interface MqttSource extends SourceCommon {
  transport: 'mqtt';
  /** The MQTT topic filters to subscribe to for an account. */
  topicFilters(account: VendorAccount): string[];
  normalise(publication: InboundPublication, context: SourceContext): Outcome[];
  /** The topic that a device of this vendor publishes to. */
  topicOf(device: string, account: VendorAccount): string;
}

export type Source = HttpSource | MqttSource;

export const ignored = (reason: IgnoredReason, detail: string): Outcome => ({
  kind: 'ignored',
  reason,
  detail,
});
export const quarantined = (code: QuarantineCode, detail: string): Outcome => ({
  kind: 'quarantine',
  code,
  detail,
});

/** The property that a vendor's hotel id stands for, or the account's own; undefined where neither is configured. */
export function propertyOf({ group, account }: SourceContext, vendorHotelId?: string): Property | undefined {
  const propertyId =
    (vendorHotelId !== undefined ? account.properties[vendorHotelId] : undefined) ?? account.property;
  return group.properties.find((property) => property.propertyId === propertyId);
}

export const unknownProperty = ({ account }: SourceContext, vendorHotelId: string): Outcome =>
  quarantined(
    'unknown-property',
    `${account.vendor} hotel ${vendorHotelId} is not in the properties of account ${account.account}`,
  );
