#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createTopics } from '../apis/create-topics.js';
import { connectRaw, type RawClient } from '../conformance/raw-client.js';
import { addFindings, auditFully, auditQuickly, type Findings, type Ledger } from './audit.js';
import { type BrokerChild, startChild } from './broker-child.js';
import { createRandom } from './random.js';
import { commitOffsets, startProducer, writeKeys, writeStream, writeTransactions } from './writers.js';

/** Longest time under load before a kill, in milliseconds. */
const maxLoadMs = 300;

/** Kills between two readings of everything. */
const fullAuditEvery = 100;

const topics = [
  { name: 'stream', configs: [] },
  { name: 'short', configs: [{ name: 'retention.bytes', value: '200000' }] },
  {
    name: 'keys',
    configs: [
      { name: 'cleanup.policy', value: 'compact' },
      { name: 'min.cleanable.dirty.ratio', value: '0' },
    ],
  },
  { name: 'left', configs: [] },
  { name: 'right', configs: [] },
  { name: 'source', configs: [] },
];

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '600' },
      seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
    },
  });
  return { kills: Number(values.kills), limitMs: Number(values.seconds) * 1_000, seed: Number(values.seed) };
};

const prepare = async (port: number): Promise<{ stream: number; short: number }> => {
  const client = await connectRaw(port);
  const wanted = topics.map((it) => ({ ...it, numPartitions: 1, replicationFactor: 1, assignments: [] }));
  const created = await client.call(createTopics, 5, {
    topics: wanted,
    timeoutMs: 5_000,
    validateOnly: false,
  });
  const refused = created.topics.find((it) => it.code !== 0);
  if (refused !== undefined) throw new Error(`topic ${refused.name} was answered with ${refused.code}`);
  const producers = {
    stream: (await startProducer(client, null)).producerId,
    short: (await startProducer(client, null)).producerId,
  };
  client.close();
  return producers;
};

/** Runs a writer on a connection of its own until the broker is gone. What the broker refuses is thrown. */
const runWriter = async (port: number, write: (client: RawClient) => Promise<void>): Promise<void> => {
  const client = await connectRaw(port);
  await Promise.race([write(client), client.closed]);
};

const load = (port: number, ledger: Ledger, ids: { stream: number; short: number }): Promise<unknown> =>
  Promise.all([
    runWriter(port, (it) =>
      writeStream(it, { topic: 'stream', producerId: ids.stream, tally: ledger.stream }),
    ),
    runWriter(port, (it) => writeStream(it, { topic: 'short', producerId: ids.short, tally: ledger.short })),
    runWriter(port, (it) => writeKeys(it, ledger.keys, ledger.latest)),
    runWriter(port, (it) => writeTransactions(it, ledger.transactions, ledger.committed)),
    runWriter(port, (it) => commitOffsets(it, ledger.offsets)),
  ]);

const audit = async (port: number, ledger: Ledger, isFull: boolean): Promise<Findings> => {
  const client = await connectRaw(port);
  // A new producer ends what the killed one left open, so that readers get to the end.
  if (isFull) await startProducer(client, 'pair');
  const findings = await (isFull ? auditFully : auditQuickly)(client, ledger);
  client.close();
  return findings;
};

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const tally = () => ({ attempted: 0, acknowledged: 0 });

const emptyLedger = (): Ledger => ({
  stream: tally(),
  short: tally(),
  keys: tally(),
  latest: new Map(),
  transactions: tally(),
  committed: [],
  offsets: tally(),
});

const acknowledgedIn = (ledger: Ledger) => ({
  records: ledger.stream.acknowledged + ledger.short.acknowledged + ledger.keys.acknowledged,
  transactions: ledger.committed.length,
  offsets: ledger.offsets.acknowledged,
});

/** Prints the line of the result; true if nothing was found. */
const soak = async (dataDir: string): Promise<boolean> => {
  const { kills, limitMs, seed } = readArguments();
  const random = createRandom(seed);
  const ledger = emptyLedger();
  const startedMs = performance.now();
  const openedInMs: number[] = [];
  let findings: Findings = { missing: 0, doubled: 0, torn: 0 };
  let broker: BrokerChild = await startChild(dataDir);
  const ids = await prepare(broker.port);
  while (openedInMs.length < kills && performance.now() - startedMs < limitMs) {
    const writers = load(broker.port, ledger, ids);
    // The moment of the kill is the point of this; nothing is awaited with it.
    await Promise.race([pause(random() * maxLoadMs), writers]);
    await broker.kill('SIGKILL');
    await writers;
    broker = await startChild(dataDir);
    openedInMs.push(broker.openedInMs);
    const isFull = openedInMs.length % fullAuditEvery === 0;
    findings = addFindings(findings, await audit(broker.port, ledger, isFull));
  }
  findings = addFindings(findings, await audit(broker.port, ledger, true));
  await broker.kill('SIGTERM');
  const reopeningMs = { median: Math.round(median(openedInMs)), most: Math.round(Math.max(...openedInMs)) };
  const seconds = Math.round((performance.now() - startedMs) / 1_000);
  const acknowledged = acknowledgedIn(ledger);
  const result = { kills: openedInMs.length, seed, seconds, acknowledged, ...findings, reopeningMs };
  console.log(JSON.stringify({ soak: 'local-kafka', ...result }));
  return findings.missing + findings.doubled + findings.torn === 0;
};

const dataDir = mkdtempSync(join(tmpdir(), 'local-kafka-soak-'));
try {
  process.exitCode = (await soak(dataDir)) ? 0 : 1;
} finally {
  rmSync(dataDir, { recursive: true });
}
