/** `npm run check`: everything that a change must pass besides the tests: each `check:…` script of package.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, runOrExit } from './prepare.mjs';

prepare();
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const name of Object.keys(scripts).filter((script) => script.startsWith('check:'))) {
  process.stdout.write(`\n${name}\n`);
  runOrExit('pnpm', ['run', '--silent', name]);
}
process.stdout.write('\nall checks passed\n');
