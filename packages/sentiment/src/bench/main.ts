import { benchSentiment } from './bench.js';

await benchSentiment((line) => void process.stdout.write(`${line}\n`));
