/** `npm run check`: everything that a change must pass besides the tests. */
import { prepare, runOrExit } from './prepare.mjs';

prepare();
const checks = [
  ['formatting and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types, tests included', 'tsc', ['-p', 'tsconfig.json']],
  ['generated contracts', process.execPath, ['infra/codegen/contracts.mjs', '--check']],
  ['boundaries', 'depcruise', ['packages', 'services', 'test', '--config', '.dependency-cruiser.cjs']],
  ['unused files, exports and dependencies', 'knip', []],
];
for (const [title, command, args] of checks) {
  process.stdout.write(`check: ${title}\n`);
  runOrExit(command, args);
}
process.stdout.write('check: all passed\n');
