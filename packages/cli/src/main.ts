import { Command } from 'commander';
import { demoCommand } from './commands/demo.js';
import { guestsCommand } from './commands/guests.js';
import { importCommand } from './commands/import.js';
import { journeyCommand } from './commands/journey.js';
import { localCommand } from './commands/local.js';
import { metricsCommand } from './commands/metrics.js';
import { quarantineCommand } from './commands/quarantine.js';
import { sendCommand } from './commands/send.js';
import { sentimentCommand } from './commands/sentiment.js';
import { sqlCommand } from './commands/sql.js';
import { startCommand } from './commands/start.js';
import { statusCommand } from './commands/status.js';
import type { Output } from './output.js';

// Whoever reads the output may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = new Command('bellhop')
  .description('The guest touchpoint pipeline')
  .option('--json', 'JSON instead of tables')
  .enablePositionalOptions(false);
const output = (): Output => ({ json: program.opts<{ json?: boolean }>().json === true });

startCommand(program);
demoCommand(program, output);
sendCommand(program, output);
importCommand(program, output);
guestsCommand(program, output);
journeyCommand(program, output);
metricsCommand(program, output);
sqlCommand(program, output);
quarantineCommand(program, output);
statusCommand(program, output);
sentimentCommand(program, output);
localCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  const advice =
    code === 'data-folder-in-use' ? ' End what uses it, or set BELLHOP_DATA_DIR to another one.' : '';
  process.stderr.write(`bellhop: ${message}${advice}\n`);
  process.exitCode = 1;
}
// Connections that are kept alive for a next request would keep the process waiting for it.
process.stdout.write('', () => process.exit());
