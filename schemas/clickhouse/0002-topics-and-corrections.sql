-- What guests' texts speak of, and what the facts say once corrections (a text scored anew) are counted in.

ALTER TABLE {database}.touchpoint_facts
    ADD COLUMN IF NOT EXISTS urgent Bool DEFAULT false COMMENT 'Whether the text asked for staff at once' AFTER sentiment_model;

CREATE TABLE IF NOT EXISTS {database}.topic_facts
(
    touchpoint_id UUID,
    topic LowCardinality(String) COMMENT 'What the text speaks of, such as cleanliness; other where it is none of the known ones',
    sign Int8 COMMENT '1 states, -1 takes back',
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
    sentiment Decimal(4, 3) COMMENT '-1 to 1, of what the text says of the topic'
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(business_date)
ORDER BY (property_id, topic, business_date, touchpoint_id)
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'One row for each topic of each guest''s text';

CREATE TABLE IF NOT EXISTS {database}.topic_rollup
(
    property_id LowCardinality(String),
    topic LowCardinality(String),
    business_date Date,
    source LowCardinality(String),
    channel LowCardinality(String),
    stage LowCardinality(String),
    language LowCardinality(String),
    mentions Int64 COMMENT 'How many texts speak of the topic',
    sentiment_sum Decimal(18, 3),
    sentiment_square_sum Decimal(18, 6),
    favourable Int64 COMMENT 'How many speak well of it: sentiment above 0.2',
    unfavourable Int64 COMMENT 'How many speak ill of it: sentiment below -0.2'
)
ENGINE = SummingMergeTree
PARTITION BY toYYYYMM(business_date)
ORDER BY (property_id, topic, business_date, source, channel, stage, language)
SETTINGS non_replicated_deduplication_window = 10000
COMMENT 'Topics by property, business day, source, channel, stage and language. Always sum() over rows';

CREATE MATERIALIZED VIEW IF NOT EXISTS {database}.topic_rollup_view TO {database}.topic_rollup AS
SELECT
    property_id, topic, business_date, source, channel, stage, language,
    sum(toInt64(sign)) AS mentions,
    sum(toDecimal64(sign, 0) * sentiment) AS sentiment_sum,
    sum(toDecimal64(sign, 0) * sentiment * sentiment) AS sentiment_square_sum,
    sum(toInt64(sign) * (sentiment > 0.2)) AS favourable,
    sum(toInt64(sign) * (sentiment < -0.2)) AS unfavourable
FROM {database}.topic_facts
GROUP BY property_id, topic, business_date, source, channel, stage, language;

CREATE OR REPLACE VIEW {database}.current_touchpoints
COMMENT 'Each touchpoint as it holds now: touchpoint_facts with its corrections counted in. Filter by property and business day' AS
SELECT
    property_id, business_date, source, touchpoint_id,
    argMax(event_id, (position, sign)) AS event_id, argMax(stream, (position, sign)) AS stream,
    argMax(revision, (position, sign)) AS revision,
    argMax(vendor, (position, sign)) AS vendor, argMax(channel, (position, sign)) AS channel,
    argMax(type, (position, sign)) AS type, argMax(actor, (position, sign)) AS actor,
    argMax(stage, (position, sign)) AS stage,
    argMax(tuple(guest_id), (position, sign)).1 AS guest_id, argMax(tuple(stay_id), (position, sign)).1 AS stay_id,
    argMax(attribution, (position, sign)) AS attribution,
    argMax(occurred_at, (position, sign)) AS occurred_at, argMax(received_at, (position, sign)) AS received_at,
    argMax(recorded_at, (position, sign)) AS recorded_at,
    argMax(conversation_id, (position, sign)) AS conversation_id, argMax(text, (position, sign)) AS text,
    argMax(language, (position, sign)) AS language,
    argMax(tuple(sentiment), (position, sign)).1 AS sentiment,
    argMax(sentiment_label, (position, sign)) AS sentiment_label,
    argMax(sentiment_model, (position, sign)) AS sentiment_model,
    argMax(urgent, (position, sign)) AS urgent
FROM {database}.touchpoint_facts
GROUP BY property_id, business_date, source, touchpoint_id
HAVING sum(sign) > 0;

CREATE OR REPLACE VIEW {database}.current_ratings
COMMENT 'Each answer on a scale as it holds now: rating_facts with its corrections counted in' AS
SELECT
    property_id, metric, business_date, touchpoint_id, answer,
    argMax(event_id, (position, sign)) AS event_id, argMax(stream, (position, sign)) AS stream,
    argMax(revision, (position, sign)) AS revision,
    argMax(source, (position, sign)) AS source, argMax(vendor, (position, sign)) AS vendor,
    argMax(channel, (position, sign)) AS channel, argMax(stage, (position, sign)) AS stage,
    argMax(language, (position, sign)) AS language,
    argMax(tuple(guest_id), (position, sign)).1 AS guest_id, argMax(tuple(stay_id), (position, sign)).1 AS stay_id,
    argMax(occurred_at, (position, sign)) AS occurred_at, argMax(value, (position, sign)) AS value,
    argMax(scale_min, (position, sign)) AS scale_min, argMax(scale_max, (position, sign)) AS scale_max,
    argMax(question, (position, sign)) AS question
FROM {database}.rating_facts
GROUP BY property_id, metric, business_date, touchpoint_id, answer
HAVING sum(sign) > 0;

CREATE OR REPLACE VIEW {database}.current_topics
COMMENT 'Each topic of each text as it holds now: topic_facts with its corrections counted in' AS
SELECT
    property_id, topic, business_date, touchpoint_id,
    argMax(source, (position, sign)) AS source, argMax(channel, (position, sign)) AS channel,
    argMax(stage, (position, sign)) AS stage, argMax(language, (position, sign)) AS language,
    argMax(tuple(guest_id), (position, sign)).1 AS guest_id, argMax(tuple(stay_id), (position, sign)).1 AS stay_id,
    argMax(occurred_at, (position, sign)) AS occurred_at, argMax(sentiment, (position, sign)) AS sentiment
FROM {database}.topic_facts
GROUP BY property_id, topic, business_date, touchpoint_id
HAVING sum(sign) > 0;

CREATE OR REPLACE VIEW {database}.response_times
COMMENT 'Each guest message with the staff''s next message in the same conversation; seconds' AS
SELECT
    guest.property_id AS property_id, guest.channel AS channel, guest.business_date AS business_date,
    guest.conversation_id AS conversation_id, guest.touchpoint_id AS touchpoint_id, guest.occurred_at AS asked_at,
    staff.occurred_at AS answered_at, dateDiff('second', asked_at, answered_at) AS response_seconds
FROM (SELECT * FROM {database}.current_touchpoints WHERE actor = 'guest' AND conversation_id != '') AS guest
ASOF INNER JOIN (SELECT * FROM {database}.current_touchpoints WHERE actor = 'staff' AND conversation_id != '') AS staff
ON guest.property_id = staff.property_id AND guest.conversation_id = staff.conversation_id AND guest.occurred_at <= staff.occurred_at;
