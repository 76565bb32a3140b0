import type { Command } from 'commander';
import { kafkaOf, withClickHouse, withEventStore } from '../connections.js';
import { readEnvironment } from '../environment.js';
import { type Output, printJson, printRows } from '../output.js';
import { stationStatus } from '../station-status.js';

export function statusCommand(program: Command, output: () => Output): void {
  program
    .command('status')
    .description('How far each station has come: the lag of each consumer, the counts in ClickHouse')
    .action(async () => {
      const environment = readEnvironment();
      const status = await withEventStore(environment, (store) =>
        withClickHouse(environment, (clickhouse) => stationStatus(kafkaOf(environment), store, clickhouse)),
      );
      if (output().json) return printJson(status);
      const { published, newest } = status.relay;
      const relay = {
        station: 'relay',
        reads: 'EventStoreDB $all',
        'records there': '',
        lag: published === newest ? 0 : 'behind',
      };
      const consumers = status.consumers.map(({ group, topic, records, lag }) => ({
        station: group,
        reads: topic,
        'records there': records,
        lag,
      }));
      printRows<(typeof consumers)[number] | typeof relay>(
        output(),
        [...consumers, relay],
        ['station', 'reads', 'records there', 'lag'],
      );
      printRows(output(), [status.tables], ['touchpoints', 'ratings', 'guests', 'quarantined']);
    });
}
