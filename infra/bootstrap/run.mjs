/** `npm start`, `npm run demo`, …: prepares the workspace, then runs that command of the bellhop command line. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const child = spawn(
  process.execPath,
  [join(root, 'packages', 'cli', 'dist', 'main.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
// The terminal sends Ctrl-C to both; a signal sent to this process alone is passed on. The command decides when it ends.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
