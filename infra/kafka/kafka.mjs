#!/usr/bin/env node
/** Apache Kafka on this machine, for tests: `node infra/kafka/kafka.mjs start --brokers 3`. Only Node's own modules here. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startKafka } from './start-kafka.mjs';

const USAGE = `usage: kafka.mjs start [--brokers 1|3] [--data DIR] [--ports N,N,N]
       kafka.mjs stop [--data DIR]`;
const pidFile = (dataDir) => join(dataDir, 'kafka.pid');

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      brokers: { type: 'string', default: '1' },
      data: { type: 'string', default: '.bellhop-kafka' },
      ports: { type: 'string' },
    },
  });
  if (!['1', '3'].includes(values.brokers)) throw new Error(`--brokers is 1 or 3, not ${values.brokers}`);
  const ports = values.ports?.split(',').map(Number) ?? [];
  if (!ports.every((port) => Number.isInteger(port) && port > 0 && port < 65536))
    throw new Error(`--ports ${values.ports} are not ports, 1 to 65535`);
  return { command: positionals.join(' '), brokers: Number(values.brokers), dataDir: values.data, ports };
}

async function start({ brokers, dataDir, ports }) {
  if (runningPid(dataDir))
    throw new Error(`${dataDir} is in use; end that Kafka, or choose another with --data`);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(pidFile(dataDir), String(process.pid));
  process.on('exit', () => rmSync(pidFile(dataDir), { force: true }));
  let asked = false;
  const ended = new Promise((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect'])
      process.on(event, () => {
        asked = true;
        resolve();
      });
  });
  const kafka = await startKafka({
    brokers,
    dataDir,
    ports,
    onStep: (step) => process.stderr.write(`  ✓ ${step}\n`),
  });
  process.stdout.write(`KAFKA_BROKERS=${kafka.bootstrap.join(',')}\n`);
  process.send?.({ type: 'ready', port: Number(kafka.bootstrap[0].split(':')[1]) });
  if (!asked) await ended;
  await kafka.stop();
  process.stderr.write('  ✓ stopped\n');
}

async function stop({ dataDir }) {
  const pid = runningPid(dataDir);
  if (!pid) throw new Error(`no Kafka runs on ${dataDir}`);
  process.kill(pid, 'SIGTERM');
  // Another process's end can't be awaited, only looked at.
  while (isRunning(pid)) await delay(100);
}

/** The process that `start` runs in, where it still does. */
function runningPid(dataDir) {
  try {
    const pid = Number(readFileSync(pidFile(dataDir), 'utf8'));
    return isRunning(pid) ? pid : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

try {
  const options = readOptions();
  if (options.command === 'start') await start(options);
  else if (options.command === 'stop') await stop(options);
  else throw new Error(USAGE);
  process.exit(0);
} catch (error) {
  process.stderr.write(`kafka: ${error.message}\n`);
  process.exit(1);
}
