import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { TrainingResult, TrainingRun } from './train.js';
import { train } from './train.js';

type Run = Omit<TrainingRun, 'onStep'>;
type Message = { readonly step: string } | { readonly result: TrainingResult };

const HEAP_MB = 6_000;

/** Trains in a thread of its own, so that two trainings take the time of one where there are two cores. */
export function trainBeside({ onStep, ...run }: TrainingRun): Promise<TrainingResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: run,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.once('error', reject).on('message', (message: Message) => {
      if ('step' in message) onStep?.(message.step);
      else resolve(message.result);
    });
  });
}

if (!isMainThread) {
  const tell = (message: Message) => parentPort!.postMessage(message);
  const result = await train({ ...(workerData as Run), onStep: (step) => tell({ step }) });
  tell({ result });
}
