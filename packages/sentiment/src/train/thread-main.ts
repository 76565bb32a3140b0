import { parentPort, workerData } from 'node:worker_threads';
import { train } from './train.js';
import type { ThreadMessage, ThreadRun } from './train-beside.js';

/** One training in a worker thread: takes a run, tells its steps, then its result. */
const tell = (message: ThreadMessage) => parentPort!.postMessage(message);
const result = await train({ ...(workerData as ThreadRun), onStep: (step) => tell({ step }) });
tell({ result });
