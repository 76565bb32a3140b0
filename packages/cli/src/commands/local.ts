import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';

const SERVERS = ['kafka', 'eventstore', 'clickhouse', 'schema-registry', 'mqtt'];

export function localCommand(program: Command): void {
  program
    .command('local <server>')
    .description(
      `Starts one local server alone: ${SERVERS.join(', ')}; takes --data DIR, --port N, --host ADDRESS, --set name=value`,
    )
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (server: string, _options: object, command: Command) => {
      if (!SERVERS.includes(server))
        throw new Error(`no local server ${server}; there are ${SERVERS.join(', ')}`);
      const entry = fileURLToPath(new URL(`../../../local-${server}/dist/main.js`, import.meta.url));
      const child = spawn(process.execPath, [entry, ...command.args.slice(1)], {
        stdio: 'inherit',
        // Node takes it at its start only; each query of local-clickhouse holds a thread of the pool.
        env: { UV_THREADPOOL_SIZE: '16', ...process.env },
      });
      // The terminal sends Ctrl-C to both; the server ends in its own time, and this process with it.
      process.on('SIGINT', () => undefined);
      process.on('SIGTERM', () => child.kill('SIGTERM'));
      process.exitCode = await new Promise<number>((resolve) => {
        child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
      });
    });
}
