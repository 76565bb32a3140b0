import { Session } from 'chdb';
import { aggregate, createTable, fillTable, readAll } from './clickhouse-work.js';

/** What a parent asks of it, and the milliseconds that it took. */
export type BareTask = { insert: string } | { read: 'aggregate' | 'readAll' };

/** chDB with nothing around it, as a process: the measure for local-clickhouse. */
const [dataDir = '', configFile = ''] = process.argv.slice(2);
const session = new Session(dataDir, { connectionArgs: [`--config-file=${configFile}`] });

process.on('disconnect', () => process.exit(0));
process.on('message', (task: BareTask) => {
  void timed(task).then((ms) => process.send!(ms));
});

async function timed(task: BareTask): Promise<number> {
  const startedMs = performance.now();
  if ('insert' in task) await session.queryAsync(`INSERT INTO facts FORMAT JSONEachRow ${task.insert}`);
  else await session.queryAsync(task.read === 'aggregate' ? aggregate : readAll, { format: 'JSONEachRow' });
  return performance.now() - startedMs;
}

session.query(createTable);
session.query(fillTable);
process.send!('ready');
