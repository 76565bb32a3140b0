/**
 * `npm run bench` measures the scorer and then the pipeline, `npm run bench -- sentiment` the scorer alone, and
 * `npm run bench -- local [kafka]` the local servers, or those that are named.
 */
import { cpus, totalmem } from 'node:os';
import { benchSentiment } from '@bellhop/sentiment/training';
import { benchLocal, localBenches } from './local/main.js';
import { benchPipeline } from './pipeline.js';

const print = (line: string) => process.stdout.write(`${line}\n`);

function benchOf(what: string | undefined, names: readonly string[]): () => Promise<object> {
  const unknown = what === 'local' ? names.find((name) => !localBenches.includes(name)) : names[0];
  if (unknown !== undefined) refuse(unknown);
  switch (what) {
    case 'local':
      return () => benchLocal(print, names);
    case 'sentiment':
      return () => benchSentiment(print);
    case undefined:
      // The scorer comes first: its memory is measured in a process that has done nothing else yet.
      return async () => ({ sentiment: await benchSentiment(print), ...(await benchPipeline(print)) });
    default:
      refuse(what);
  }
}

function refuse(unknown: string): never {
  process.stderr.write(
    `bench: '${unknown}' is unknown; it is nothing, 'sentiment', or 'local' with any of ${localBenches.join(', ')}\n`,
  );
  process.exit(1);
}

const [what, ...names] = process.argv.slice(2);
const bench = benchOf(what, names);
print(
  `machine: ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
print(JSON.stringify(await bench()));
process.exit();
