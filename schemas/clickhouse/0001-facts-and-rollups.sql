-- Facts are signed: a correction is a row with sign -1 and one with sign +1. Rollups hold sums of sign x value only.
-- A materialised view is an insert trigger, so facts are inserted with a deduplication token, which holds for the views too.

CREATE TABLE IF NOT EXISTS {database}.touchpoint_facts
(
    touchpoint_id UUID COMMENT 'The touchpoint. One row with sign 1 in force at any time',
    sign Int8 COMMENT '1 states, -1 takes back',
    event_id UUID COMMENT 'The event in EventStoreDB that this row comes from',
    stream String COMMENT 'Its stream',
    revision UInt64 COMMENT 'Its revision in the stream',
    position UInt64 COMMENT 'Its commit position in $all',
    property_id LowCardinality(String) COMMENT 'The property (hotel)',
    business_date Date COMMENT 'The business day of the property',
    source LowCardinality(String) COMMENT 'booking, checkin, chat, social, survey, room or other',
    vendor LowCardinality(String) COMMENT 'The system that sent it',
    channel LowCardinality(String) COMMENT 'The medium, such as whatsapp',
    type LowCardinality(String) COMMENT 'What happened, such as message_received',
    actor LowCardinality(String) COMMENT 'guest, staff or system',
    stage LowCardinality(String) COMMENT 'booking, pre_arrival, arrival, in_stay, departure, post_stay or unknown',
    guest_id Nullable(UUID) COMMENT 'The guest; NULL where nobody occupied the room',
    stay_id Nullable(UUID) COMMENT 'The stay that it belongs to',
    attribution LowCardinality(String) COMMENT 'How the guest was found',
    occurred_at DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    recorded_at DateTime64(3, 'UTC'),
    inserted_at DateTime64(3, 'UTC') DEFAULT now64(3),
    conversation_id String COMMENT 'What ties a question to its answer',
    text String COMMENT 'The words, as they were written',
    language LowCardinality(String) COMMENT 'ISO 639-1 of a guest''s text; empty without text or where unsure',
    sentiment Nullable(Decimal(4, 3)) COMMENT '-1 to 1; NULL without a guest''s text',
    sentiment_label LowCardinality(String) COMMENT 'negative, neutral, positive or empty',
    sentiment_model LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(business_date)
ORDER BY (property_id, business_date, source, touchpoint_id)
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'One row for each touchpoint that was recorded';

CREATE TABLE IF NOT EXISTS {database}.rating_facts
(
    touchpoint_id UUID,
    answer UInt8 COMMENT 'Which answer of the touchpoint, from 0',
    sign Int8,
    event_id UUID,
    stream String,
    revision UInt64,
    position UInt64,
    property_id LowCardinality(String),
    business_date Date,
    source LowCardinality(String),
    vendor LowCardinality(String),
    channel LowCardinality(String),
    stage LowCardinality(String),
    language LowCardinality(String),
    guest_id Nullable(UUID),
    stay_id Nullable(UUID),
    occurred_at DateTime64(3, 'UTC'),
    metric LowCardinality(String) COMMENT 'nps, csat, ces, review or other',
    value Decimal(9, 3) COMMENT 'As answered',
    scale_min Decimal(9, 3),
    scale_max Decimal(9, 3),
    question String
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(business_date)
ORDER BY (property_id, metric, business_date, touchpoint_id, answer)
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'One row for each answer on a scale: survey questions and review ratings';

CREATE TABLE IF NOT EXISTS {database}.touchpoint_rollup
(
    property_id LowCardinality(String),
    business_date Date,
    source LowCardinality(String),
    channel LowCardinality(String),
    stage LowCardinality(String),
    language LowCardinality(String),
    touchpoints Int64 COMMENT 'How many',
    texts Int64 COMMENT 'How many of them carry a guest''s text',
    sentiment_sum Decimal(18, 3),
    sentiment_square_sum Decimal(18, 6),
    positive Int64,
    negative Int64
)
ENGINE = SummingMergeTree
PARTITION BY toYYYYMM(business_date)
ORDER BY (property_id, business_date, source, channel, stage, language)
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'Touchpoints and sentiment by property, business day, source, channel, stage and language. Always sum() over rows';

CREATE MATERIALIZED VIEW IF NOT EXISTS {database}.touchpoint_rollup_view TO {database}.touchpoint_rollup AS
SELECT
    property_id, business_date, source, channel, stage, language,
    sum(toInt64(sign)) AS touchpoints,
    sum(toInt64(sign) * (sentiment IS NOT NULL)) AS texts,
    sum(toDecimal64(sign, 0) * ifNull(sentiment, toDecimal32(0, 3))) AS sentiment_sum,
    sum(toDecimal64(sign, 0) * ifNull(sentiment, toDecimal32(0, 3)) * ifNull(sentiment, toDecimal32(0, 3))) AS sentiment_square_sum,
    sum(toInt64(sign) * (sentiment_label = 'positive')) AS positive,
    sum(toInt64(sign) * (sentiment_label = 'negative')) AS negative
FROM {database}.touchpoint_facts
GROUP BY property_id, business_date, source, channel, stage, language;

CREATE TABLE IF NOT EXISTS {database}.rating_rollup
(
    property_id LowCardinality(String),
    business_date Date,
    source LowCardinality(String),
    channel LowCardinality(String),
    stage LowCardinality(String),
    language LowCardinality(String),
    metric LowCardinality(String),
    scale_min Decimal(9, 3),
    scale_max Decimal(9, 3),
    answers Int64 COMMENT 'The sample size',
    value_sum Decimal(18, 3),
    value_square_sum Decimal(18, 6),
    promoters Int64 COMMENT 'NPS 9-10',
    detractors Int64 COMMENT 'NPS 0-6',
    top_two Int64 COMMENT 'CSAT: answers in the two top boxes'
)
ENGINE = SummingMergeTree((answers, value_sum, value_square_sum, promoters, detractors, top_two))
PARTITION BY toYYYYMM(business_date)
ORDER BY (property_id, metric, business_date, source, channel, stage, language, scale_min, scale_max)
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'Answers on scales by property, business day, source, channel, stage, language, metric and scale. Always sum() over rows';

CREATE MATERIALIZED VIEW IF NOT EXISTS {database}.rating_rollup_view TO {database}.rating_rollup AS
SELECT
    property_id, business_date, source, channel, stage, language, metric, scale_min, scale_max,
    sum(toInt64(sign)) AS answers,
    sum(toDecimal64(sign, 0) * value) AS value_sum,
    sum(toDecimal64(sign, 0) * value * value) AS value_square_sum,
    sum(toInt64(sign) * (metric = 'nps' AND value >= 9)) AS promoters,
    sum(toInt64(sign) * (metric = 'nps' AND value <= 6)) AS detractors,
    sum(toInt64(sign) * (metric = 'csat' AND value >= scale_max - 1)) AS top_two
FROM {database}.rating_facts
GROUP BY property_id, business_date, source, channel, stage, language, metric, scale_min, scale_max;

CREATE TABLE IF NOT EXISTS {database}.quarantine
(
    quarantine_id UUID,
    code LowCardinality(String) COMMENT 'What is wrong; see docs/codes.md',
    detail String COMMENT 'Where, for a person',
    step LowCardinality(String) COMMENT 'The step that gave up',
    vendor LowCardinality(String),
    vendor_account LowCardinality(String),
    property_id LowCardinality(String),
    origin String COMMENT 'The address, MQTT topic or Kafka offset that it came from',
    content_type String,
    payload String COMMENT 'The bytes as received, in base64',
    received_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY quarantine_id
COMMENT 'What could not be normalised, with its bytes. Read with FINAL';

CREATE TABLE IF NOT EXISTS {database}.guest_journeys
(
    guest_id UUID,
    revision UInt64 COMMENT 'The revision of guest-{guest_id} that this row was folded up to',
    name String,
    language LowCardinality(String) COMMENT 'What the guest writes most',
    properties Array(LowCardinality(String)),
    touchpoints UInt32,
    first_at DateTime64(3, 'UTC'),
    last_at DateTime64(3, 'UTC'),
    sentiment Nullable(Float64) COMMENT 'The mean over the guest''s texts',
    journey String COMMENT 'JSON: stays, each with its touchpoints in order of time'
)
ENGINE = ReplacingMergeTree(revision)
ORDER BY guest_id
COMMENT 'Each guest''s journey as its stream tells it. Read with FINAL';

CREATE VIEW IF NOT EXISTS {database}.property_metrics
COMMENT 'NPS, CSAT, CES, review index and sentiment of each property over all time, with sample sizes' AS
SELECT
    t.property_id AS property_id, t.touchpoints AS touchpoints,
    r.nps AS nps, r.nps_n AS nps_n, r.csat AS csat, r.csat_n AS csat_n, r.ces AS ces, r.ces_n AS ces_n,
    r.review_index AS review_index, r.review_n AS review_n,
    t.sentiment AS sentiment, t.texts AS texts
FROM
(
    SELECT property_id, sum(touchpoints) AS touchpoints, sum(texts) AS texts, if(texts = 0, NULL, toFloat64(sum(sentiment_sum)) / texts) AS sentiment
    FROM {database}.touchpoint_rollup GROUP BY property_id
) AS t
LEFT JOIN
(
    SELECT
        property_id,
        sumIf(answers, metric = 'nps') AS nps_n,
        if(nps_n = 0, NULL, 100 * (sum(promoters) - sum(detractors)) / nps_n) AS nps,
        sumIf(answers, metric = 'csat') AS csat_n,
        if(csat_n = 0, NULL, 100 * sum(top_two) / csat_n) AS csat,
        sumIf(answers, metric = 'ces') AS ces_n,
        if(ces_n = 0, NULL, toFloat64(sumIf(value_sum, metric = 'ces')) / ces_n) AS ces,
        sumIf(answers, metric = 'review') AS review_n,
        if(review_n = 0, NULL, 100 * sumIf((toFloat64(value_sum) - toFloat64(scale_min) * answers) / toFloat64(scale_max - scale_min), metric = 'review') / review_n) AS review_index
    FROM {database}.rating_rollup GROUP BY property_id
) AS r USING (property_id);

CREATE VIEW IF NOT EXISTS {database}.response_times
COMMENT 'Each guest message with the staff''s next message in the same conversation; seconds' AS
SELECT
    guest.property_id AS property_id, guest.channel AS channel, guest.business_date AS business_date,
    guest.conversation_id AS conversation_id, guest.touchpoint_id AS touchpoint_id, guest.occurred_at AS asked_at,
    staff.occurred_at AS answered_at, dateDiff('second', asked_at, answered_at) AS response_seconds
FROM (SELECT * FROM {database}.touchpoint_facts WHERE actor = 'guest' AND conversation_id != '') AS guest
ASOF INNER JOIN (SELECT * FROM {database}.touchpoint_facts WHERE actor = 'staff' AND conversation_id != '') AS staff
ON guest.property_id = staff.property_id AND guest.conversation_id = staff.conversation_id AND guest.occurred_at <= staff.occurred_at;
