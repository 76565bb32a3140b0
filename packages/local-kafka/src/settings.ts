import { z } from 'zod';

const count = (initial: number, least = 1) => z.coerce.number().int().min(least).default(initial);

const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean(),
);

/** What can be set, with its default. Texts, as they come from a command line, are taken too. */
export const settingsSchema = z.strictObject({
  /** Partitions of a topic whose creation does not say how many. */
  numPartitions: count(1),
  /** Whether asking for the metadata of an unknown topic creates it (where the client allows it). */
  autoCreateTopics: flag.default(true),
  /** How long an empty group waits for more members before its first generation. */
  initialRebalanceDelayMs: count(100, 0),
  minSessionTimeoutMs: count(1_000),
  maxSessionTimeoutMs: count(1_800_000),
  maxTransactionTimeoutMs: count(900_000),
  /** Largest record batch; a topic's `max.message.bytes` overrides it. */
  maxMessageBytes: count(1_048_588),
  /** Largest request; a connection that announces more is closed. */
  maxFrameBytes: count(104_857_600),
  /** Largest answer to a fetch, whatever the client asks for; the first batch is sent in any case. */
  maxFetchBytes: count(57_671_680),
  /** Longest text that a commit may keep beside an offset. */
  maxOffsetMetadataBytes: count(4_096, 0),
});

export type Settings = z.infer<typeof settingsSchema>;
