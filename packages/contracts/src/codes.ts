/**
 * Every code that a caller, an operator or the quarantine can see, with what it means and what to do.
 * docs/codes.md is made from this table.
 */
export const CODES = {
  'malformed-payload':
    'The body is not the JSON, XML or form that this vendor sends. Look at the bytes with `bellhop quarantine show`.',
  'unexpected-shape':
    'The payload parses, but a field that Bellhop needs is missing or has another type. The vendor may have changed its format: mend the source, then replay.',
  'unknown-property':
    "The payload names a hotel that the account does not map to a property. Add it to the account's `properties` in the hotel group file.",
  'unknown-room':
    "A device or lock is not mapped to a room. Add it to the account's `rooms` in the hotel group file.",
  'unsupported-event':
    'The vendor sends an event that Bellhop does not know. It is kept until a source learns it.',
  'undecodable-message':
    'A record on a Kafka topic is not in the Confluent Avro format, or its schema is not registered.',
  'bad-signature':
    'The signature or token does not match the account’s secret. Compare the secrets on both sides.',
  'unknown-account': 'No account of that vendor and name is in the hotel group file.',
  'unknown-source': 'Bellhop has no source of that vendor.',
  'invalid-touchpoint':
    'A touchpoint sent to /v1/touchpoints breaks the contract; the answer names the field.',
  'invalid-request': 'The request is not one that this address understands; the answer names the field.',
  'payload-too-large': 'The body is larger than the limit. Send smaller batches.',
  'unsupported-media-type': 'The content type is not one that this address understands.',
  'kafka-unavailable':
    'Kafka did not acknowledge in time. Nothing was lost on the sender’s side: send it again after Retry-After seconds.',
  'not-found': 'Nothing is at that address.',
  'internal-error': 'A fault of Bellhop’s own; the log has it under the correlation id.',
} as const satisfies Record<string, string>;

export type Code = keyof typeof CODES;

/** The codes under which a message is quarantined. */
export type QuarantineCode = Extract<
  Code,
  | 'malformed-payload'
  | 'unexpected-shape'
  | 'unknown-property'
  | 'unknown-room'
  | 'unsupported-event'
  | 'undecodable-message'
>;
