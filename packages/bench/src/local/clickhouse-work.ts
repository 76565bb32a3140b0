/** What is measured against either, in SQL. */

export const BATCH_ROWS = 10_000;
export const STORED_ROWS = 1_000_000;

/** Much like the facts of touchpoints, with the settings that they have. */
export const createTable = `CREATE TABLE facts (
  touchpoint_id UUID, sign Int8, stream String, revision UInt64, property_id LowCardinality(String),
  business_date Date, source LowCardinality(String), channel LowCardinality(String), type LowCardinality(String),
  guest_id Nullable(UUID), occurred_at DateTime64(3, 'UTC'), conversation_id String, text String,
  language LowCardinality(String), sentiment Nullable(Decimal(4, 3)), sentiment_label LowCardinality(String)
) ENGINE = MergeTree PARTITION BY toYYYYMM(business_date)
ORDER BY (property_id, business_date, source, touchpoint_id)
SETTINGS non_replicated_deduplication_window = 10000`;

/** Stored rows, beside which the batches are inserted, and which the selects read. */
export const fillTable = `INSERT INTO facts SELECT
  generateUUIDv4(), 1, concat('touchpoint-', toString(number)), number, concat('hotel-', toString(number % 20)),
  toDate('2026-01-01') + number % 28, ['chat', 'survey', 'booking'][number % 3 + 1], 'whatsapp', 'message_received',
  generateUUIDv4(), toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + number, toString(number % 5000),
  concat('The room was fine, number ', toString(number)), 'en', (number % 200 - 100) / 100, 'positive'
FROM numbers(${STORED_ROWS})`;

export const aggregate = `SELECT property_id, business_date, source, sum(sign) AS n, avg(sentiment) AS mood, uniq(guest_id) AS guests
FROM facts GROUP BY property_id, business_date, source ORDER BY n DESC`;

export const readAll = `SELECT touchpoint_id, property_id, occurred_at, text, sentiment FROM facts LIMIT ${STORED_ROWS}`;

/** One batch as JSONEachRow, the same for both. */
export function batchOf(number: number): string {
  const rows = Array.from({ length: BATCH_ROWS }, (_, index) => row(number * BATCH_ROWS + index));
  return rows.map((each) => `${JSON.stringify(each)}\n`).join('');
}

const row = (number: number) => ({
  touchpoint_id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  sign: 1,
  stream: `touchpoint-${number}`,
  revision: number % 7,
  property_id: `hotel-${number % 20}`,
  business_date: '2026-02-03',
  source: ['chat', 'survey', 'booking'][number % 3],
  channel: 'whatsapp',
  type: 'message_received',
  guest_id: number % 5 === 0 ? null : `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
  occurred_at: '2026-02-03 04:05:06.789',
  conversation_id: String(number % 5_000),
  text: `Thank you, the room is quiet and the view is lovely. We are ${number % 9} people.`,
  language: 'en',
  sentiment: 0.75,
  sentiment_label: 'positive',
});
