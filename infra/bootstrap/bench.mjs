/** `npm run bench`: prepares the workspace, then measures; arguments choose what. */
import { join } from 'node:path';
import { prepare, root, runOrExit } from './prepare.mjs';

prepare();
runOrExit(process.execPath, [join(root, 'packages', 'bench', 'dist', 'main.js'), ...process.argv.slice(2)]);
