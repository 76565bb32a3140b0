/** `npm test`: prepares the workspace, then runs every test; arguments go to jest. */
import { prepare, runOrExit } from './prepare.mjs';

prepare();
runOrExit('pnpm', ['run', '--silent', 'jest', ...process.argv.slice(2)]);
