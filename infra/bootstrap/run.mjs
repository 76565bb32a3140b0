/** `npm start`, `npm run demo`, …: prepares the workspace, then runs Node on what the arguments name, with the rest of them. */
import { spawn } from 'node:child_process';
import { prepare, toolEnv } from './prepare.mjs';

prepare();
const child = spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit', env: toolEnv });
// The terminal sends Ctrl-C to both; a signal sent to this process alone is passed on. The command decides when it ends.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
