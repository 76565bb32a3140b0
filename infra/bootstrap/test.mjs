/** `npm test`: prepares the workspace, then runs every test; arguments go to jest. */
import { prepare, runOrExit } from './prepare.mjs';

prepare();
runOrExit('jest', ['--maxWorkers=2', ...process.argv.slice(2)]);
