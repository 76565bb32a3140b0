import { readFile } from 'node:fs/promises';
import { hotelGroupSchema } from '@bellhop/contracts';
import type { FeederConfig } from './config.js';
import type { Delivery } from './delivery.js';
import { feed, type Pace } from './feed.js';
import { DAY_MS } from './property-time.js';
import { simulate } from './simulate.js';
import { createStateFile, type FeederState } from './state-file.js';

/** How far back the simulation begins where no number of days is set. */
const HISTORY_DAYS = 14;
const PROGRESS_EVERY_MS = 200;

export type FeederMessage =
  | { type: 'ready' }
  /** `simulatedAt`: milliseconds since 1970 UTC. `total` is left out where the simulation has no end. */
  | { type: 'progress'; delivered: number; total?: number; simulatedAt: number }
  | { type: 'done' }
  /** It can't go on: a delivery can never be accepted, or it can't be configured so. */
  | { type: 'failed'; error: string };

interface Feeder {
  config: FeederConfig;
  signal: AbortSignal;
  tell: (message: FeederMessage) => void;
}

/**
 * Feeds the simulated group into ingest, from where the state file says that it got to.
 * Resolves when all is delivered or the signal aborts, the state being on disk.
 */
export async function runFeeder({ config, signal, tell }: Feeder): Promise<void> {
  const group = hotelGroupSchema.parse(JSON.parse(await readFile(config.groupFile, 'utf8')));
  const stateFile = createStateFile(config.stateFile);
  const state = beginning(config, await stateFile.read());
  const simulation = { seed: state.seed, group, startsAt: state.startsAt, days: config.days };
  const total = config.days === undefined ? undefined : countOf(simulate(simulation));
  const progress = createProgress(tell, total);
  stateFile.save(state);
  tell({ type: 'ready' });
  try {
    await feed({
      deliveries: skipping(simulate(simulation), state.delivered),
      group,
      ingestUrl: config.ingestUrl,
      mqttUrl: config.mqttUrl,
      pace: paceOf(config),
      signal,
      onDelivered(delivery, index) {
        const delivered = state.delivered + index + 1;
        stateFile.save({ ...state, delivered });
        progress.at(delivered, delivery.at);
      },
    });
  } finally {
    progress.finish();
    await stateFile.flush();
  }
  if (!signal.aborted) tell({ type: 'done' });
}

function beginning({ seed, days, stateFile }: FeederConfig, saved: FeederState | undefined): FeederState {
  if (saved && saved.seed !== seed) {
    throw new Error(
      `${stateFile} belongs to the seed ${saved.seed}, not ${seed}: set SIMULATOR_SEED, or another SIMULATOR_STATE_FILE`,
    );
  }
  return saved ?? { seed, startsAt: Date.now() - (days ?? HISTORY_DAYS) * DAY_MS, delivered: 0 };
}

function paceOf({ pace }: FeederConfig): Pace {
  if (pace === 'fast') return 'as-fast-as-possible';
  return pace === 'clock' ? { simulatedMsPerMs: 1, simulatedStart: Date.now() } : { simulatedMsPerMs: pace };
}

/** Tells of progress at once, then at most once in an interval, and always of the latest. */
function createProgress(tell: Feeder['tell'], total: number | undefined) {
  let untold: FeederMessage | undefined;
  let interval: NodeJS.Timeout | undefined;
  const tellLatest = () => {
    interval = undefined;
    if (!untold) return;
    tell(untold);
    untold = undefined;
    interval = setTimeout(tellLatest, PROGRESS_EVERY_MS);
  };
  return {
    at(delivered: number, simulatedAt: number) {
      untold = { type: 'progress', delivered, ...(total === undefined ? {} : { total }), simulatedAt };
      if (!interval) tellLatest();
    },
    finish() {
      if (interval) clearTimeout(interval);
      if (untold) tell(untold);
    },
  };
}

function* skipping(deliveries: Iterable<Delivery>, count: number): Generator<Delivery> {
  let index = 0;
  for (const delivery of deliveries) {
    if (index++ >= count) yield delivery;
  }
}

function countOf(deliveries: Iterable<Delivery>): number {
  let count = 0;
  for (const _ of deliveries) count++;
  return count;
}
