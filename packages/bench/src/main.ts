/** `npm run bench` measures the pipeline; `npm run bench -- local [kafka]` the local servers, or those that are named. */
import { cpus, totalmem } from 'node:os';
import { benchLocal } from './local/main.js';
import { benchPipeline } from './pipeline.js';

const print = (line: string) => process.stdout.write(`${line}\n`);
const [what, ...names] = process.argv.slice(2);
if (what !== undefined && what !== 'local') {
  process.stderr.write(
    `bench: '${what}' is unknown; it is nothing, or 'local' with the names of local servers\n`,
  );
  process.exit(1);
}
print(
  `machine: ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
const figures = what === 'local' ? await benchLocal(print, names) : await benchPipeline(print);
print(JSON.stringify(figures));
process.exit();
