import { randomBytes } from 'node:crypto';
import { demoGroup } from '@bellhop/simulator';
import {
  type Stack,
  type StackOptions,
  type StackSettings,
  type SupervisedProcess,
  startStack,
} from '@bellhop/stack';

/** The stack with the simulated group's hotels, unless the data folder holds a hotel group of its own. */
export const startLocalStack = (
  settings: StackSettings,
  options: Partial<StackOptions> = {},
): Promise<Stack> => startStack({ settings, group: () => demoGroup({ random: randomBytes }), ...options });

interface FeederProgress {
  type: 'progress';
  delivered: number;
  total?: number;
  /** Milliseconds since 1970 UTC. */
  simulatedAt: number;
}

interface FeederFailure {
  type: 'failed';
  error: string;
}

interface FeederOptions {
  seed: string;
  stateFile: string;
  /** Without end where it is not given. */
  days?: number;
  onProgress?: (progress: FeederProgress) => void;
}

/**
 * Runs the simulator against the stack. Its first `ready` means that it delivers; `done` resolves at the end of its days,
 * and rejects when it can't go on.
 */
export async function startFeeder(
  stack: Stack,
  { seed, stateFile, days, onProgress }: FeederOptions,
): Promise<{ process: SupervisedProcess; done: Promise<void> }> {
  let finished: () => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    [finished, failed] = [resolve, reject];
  });
  // Whoever waits for the end hears of it; a failure before it was ready is thrown by the start.
  done.catch(() => undefined);
  const process = await stack.run({
    name: 'simulator',
    entry: new URL('../../simulator/dist/main.js', import.meta.url),
    env: {
      SIMULATOR_SEED: seed,
      SIMULATOR_STATE_FILE: stateFile,
      ...(days === undefined ? {} : { SIMULATOR_DAYS: String(days), SIMULATOR_PACE: 'fast' }),
    },
    onMessage: (message) => {
      if (message.type === 'progress') onProgress?.(message as FeederProgress);
      if (message.type === 'done') finished();
      if (message.type === 'failed')
        failed(new Error(`the simulator gave up: ${(message as FeederFailure).error}`));
    },
  });
  return { process, done };
}
