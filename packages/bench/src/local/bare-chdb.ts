import { once } from 'node:events';
import { connect } from 'node:net';
import { Session } from 'chdb';
import { aggregate, createTable, fillTable, readAll } from './clickhouse-work.js';

/** What a parent asks of it, and the milliseconds that it took. A result goes to a port of loopback where one is named. */
export type BareTask = { insert: string } | { read: 'aggregate' | 'readAll'; port?: number };

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
  else await read(task);
  return performance.now() - startedMs;
}

async function read(task: { read: 'aggregate' | 'readAll'; port?: number }): Promise<void> {
  const query = task.read === 'aggregate' ? aggregate : readAll;
  const result = await session.queryAsync(query, { format: 'JSONEachRow' });
  if (task.port === undefined) return;
  const socket = connect(task.port, '127.0.0.1');
  socket.end(result.bytes());
  await once(socket, 'close');
}

session.query(createTable);
session.query(fillTable);
process.send!('ready');
