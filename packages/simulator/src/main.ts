import { readConfig } from './config.js';
import { type FeederMessage, runFeeder } from './feeder.js';

const stop = new AbortController();
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
  process.once(event, () => stop.abort());
}

let told: Promise<void> = Promise.resolve();
const tell = (message: FeederMessage) => {
  if (!process.connected) return;
  // The callback also hears of a channel that the parent has just closed, which would be an error event otherwise.
  told = new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
};

let exitCode = 0;
try {
  await runFeeder({ config: readConfig(process.env), signal: stop.signal, tell });
} catch (error) {
  const { message } = error as Error;
  process.stderr.write(`simulator: ${message}\n`);
  tell({ type: 'failed', error: message });
  exitCode = 1;
}
await told;
// Listening for the parent's end keeps the process up, so it must be ended.
process.exit(exitCode);
