import { z } from 'zod';

const url = (protocol: RegExp) => z.url({ protocol });
const positive = z.coerce.number().positive();
/** An empty variable counts as one that is not set. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((text) => text || undefined, schema);

const feederConfig = z
  .object({
    HOTEL_GROUP_FILE: z.string().min(1),
    INGEST_URL: url(/^https?$/),
    MQTT_URL: url(/^(mqtts?|wss?)$/),
    SIMULATOR_SEED: optional(z.string().default('bellhop')),
    SIMULATOR_STATE_FILE: z.string().min(1),
    /** Empty: for ever. */
    SIMULATOR_DAYS: optional(positive.optional()),
    /** clock: what lies in the past at once, then by the clock. fast: all at once. A number: simulated time runs so many times as fast. */
    SIMULATOR_PACE: optional(z.union([z.enum(['clock', 'fast']), positive]).default('clock')),
  })
  .transform((env) => ({
    groupFile: env.HOTEL_GROUP_FILE,
    ingestUrl: env.INGEST_URL,
    mqttUrl: env.MQTT_URL,
    seed: env.SIMULATOR_SEED,
    stateFile: env.SIMULATOR_STATE_FILE,
    days: env.SIMULATOR_DAYS,
    pace: env.SIMULATOR_PACE,
  }));
export type FeederConfig = z.infer<typeof feederConfig>;

/** Throws an error whose message names every variable that does not fit. */
export function readConfig(env: NodeJS.ProcessEnv): FeederConfig {
  const read = feederConfig.safeParse(env);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`the feeder's settings do not fit: ${problems.join('; ')}`);
}
