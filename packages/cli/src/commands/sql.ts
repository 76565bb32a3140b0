import type { Command } from 'commander';
import { withClickHouse } from '../connections.js';
import { readEnvironment } from '../environment.js';
import { type Output, print } from '../output.js';

export function sqlCommand(program: Command, output: () => Output): void {
  program
    .command('sql <query>')
    .description('Runs a query in ClickHouse')
    .action(async (query: string) => {
      const format = output().json ? 'JSONEachRow' : 'PrettyCompact';
      const text = await withClickHouse(readEnvironment(), (clickhouse) =>
        clickhouse.text(query.replace(/;\s*$/, ''), format),
      );
      print(text.trimEnd());
    });
}
