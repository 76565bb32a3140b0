import { benchLocalClickHouse } from './clickhouse.js';
import { benchLocalEventStore } from './eventstore.js';
import { benchLocalKafka } from './kafka.js';

/** Prints what it finds, line by line, and returns the figures. Each bounds its own time. */
type Bench = (print: (line: string) => void) => Promise<object>;

const benches: Record<string, Bench> = {
  kafka: benchLocalKafka,
  clickhouse: benchLocalClickHouse,
  eventstore: benchLocalEventStore,
};

/** The local servers that can be measured. */
export const localBenches = Object.keys(benches);

/** Measures the local servers that are named, or all, one after another. */
export async function benchLocal(
  print: (line: string) => void,
  names: readonly string[],
): Promise<Record<string, object>> {
  const figures: Record<string, object> = {};
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    print(`\nlocal-${name}`);
    figures[name] = await bench(print);
  }
  return figures;
}
