import { Worker } from 'node:worker_threads';
import type { TrainingResult, TrainingRun } from './train.js';

export type ThreadRun = Omit<TrainingRun, 'onStep'>;
export type ThreadMessage = { readonly step: string } | { readonly result: TrainingResult };

const HEAP_MB = 6_000;

/** Trains in a thread of its own, so that two trainings take the time of one where there are two cores. */
export function trainBeside({ onStep, ...run }: TrainingRun): Promise<TrainingResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread-main.js', import.meta.url), {
      workerData: run satisfies ThreadRun,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.once('error', reject).on('message', (message: ThreadMessage) => {
      if ('step' in message) onStep?.(message.step);
      else resolve(message.result);
    });
  });
}
