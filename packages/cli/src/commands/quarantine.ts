import type { Command } from 'commander';
import { withClickHouse } from '../connections.js';
import { readEnvironment } from '../environment.js';
import { type Output, print, printJson, printRows, shortened } from '../output.js';

interface QuarantineRow {
  quarantine_id: string;
  received_at: string;
  code: string;
  detail: string;
  step: string;
  vendor: string;
  vendor_account: string;
  property_id: string;
  origin: string;
  content_type: string;
  payload: string;
}

export function quarantineCommand(program: Command, output: () => Output): void {
  const quarantine = program
    .command('quarantine')
    .description('What could not be normalised, with its bytes');
  quarantine
    .command('list')
    .description('The newest first')
    .option('--code <code>', 'only this code')
    .option('--limit <n>', 'how many', '50')
    .action(async ({ code = '', limit }: { code?: string; limit: string }) => {
      const rows = await withClickHouse(readEnvironment(), (clickhouse) =>
        clickhouse.query<Omit<QuarantineRow, 'payload'>>(
          `SELECT * EXCEPT payload FROM quarantine FINAL WHERE {code:String} = '' OR code = {code:String}
           ORDER BY received_at DESC LIMIT {limit:UInt32}`,
          { code, limit: Number(limit) },
        ),
      );
      const shown = output().json ? rows : rows.map((row) => ({ ...row, detail: shortened(row.detail, 60) }));
      printRows(output(), shown, ['quarantine_id', 'received_at', 'vendor', 'code', 'detail']);
    });
  quarantine
    .command('show <id>')
    .description('One message with its original bytes')
    .option('--raw', 'only the bytes, as they were received')
    .action(async (id: string, { raw }: { raw?: boolean }) => {
      const [row] = await withClickHouse(readEnvironment(), (clickhouse) =>
        clickhouse.query<QuarantineRow>(
          'SELECT * FROM quarantine FINAL WHERE toString(quarantine_id) = {id:String}',
          { id },
        ),
      );
      if (!row) throw new Error(`nothing in quarantine has the id ${id}`);
      const bytes = Buffer.from(row.payload, 'base64');
      if (raw) return void process.stdout.write(bytes);
      if (output().json) return printJson(row);
      for (const [name, value] of Object.entries(row))
        if (name !== 'payload') print(`${name.padEnd(16)}${value}`);
      print(`\n${bytes.toString('utf8')}`);
    });
}
