/**
 * `npm run soak -- --kills 1000 --seconds 900 --seed 7`: kills each local server under load, one server after another, and
 * counts what is missing, doubled or torn afterwards. Its status is 1 where anything was found, or the time was over before
 * all kills were done.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** ClickHouse's engine takes the longest to open. */
const WEIGHTS = { 'local-kafka': 5, 'local-eventstore': 4, 'local-clickhouse': 1 };
const soakOf = (name) => fileURLToPath(new URL(`../../packages/${name}/dist/soak/soak.js`, import.meta.url));

const values = readOptions();
const startedAt = Date.now();
const servers = Object.keys(WEIGHTS);
const sum = { kills: 0, missing: 0, doubled: 0, torn: 0 };
let weightLeft = servers.reduce((total, name) => total + WEIGHTS[name], 0);
let killsLeft = Number(values.kills);
let failed = false;

for (const [index, name] of servers.entries()) {
  const kills = Math.round((killsLeft * WEIGHTS[name]) / weightLeft);
  killsLeft -= kills;
  weightLeft -= WEIGHTS[name];
  const secondsLeft = Math.max(0, Number(values.seconds) - (Date.now() - startedAt) / 1_000);
  // What one server leaves of its share of the time is for those after it.
  const seconds = Math.floor(secondsLeft / (servers.length - index));
  const { status, result } = await run(name, { kills, seconds, seed: values.seed });
  failed ||= status !== 0;
  for (const key of Object.keys(sum)) sum[key] += result[key] ?? 0;
}
process.stdout.write(`${JSON.stringify(sum)}\n`);
process.exit(failed || sum.kills < Number(values.kills) ? 1 : 0);

/** Where they can't be read, says why, and ends. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        kills: { type: 'string', default: '1000' },
        seconds: { type: 'string', default: '900' },
        seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
      },
    });
    for (const [option, value] of Object.entries(values))
      if (!/^\d+$/.test(value)) throw new Error(`--${option} ${value} is not a whole number`);
    return values;
  } catch (error) {
    process.stderr.write(`${error.message}\nusage: npm run soak -- [--kills N] [--seconds N] [--seed N]\n`);
    process.exit(1);
  }
}

/** Runs one soak; its last line is its result. */
async function run(name, options) {
  const args = Object.entries(options).flatMap(([option, value]) => [`--${option}`, String(value)]);
  const child = spawn(process.execPath, [soakOf(name), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = () => child.kill('SIGTERM');
  process.on('SIGTERM', stop);
  let last = '{}';
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = line;
    process.stdout.write(`${line}\n`);
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  process.off('SIGTERM', stop);
  return { status, result: JSON.parse(last) };
}
