#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runSoak } from '@bellhop/local-process/soak';
import { createTopics } from '../apis/create-topics.js';
import { connectRaw, type RawClient } from '../conformance/raw-client.js';
import { auditFully, auditQuickly, type Ledger } from './audit.js';
import { commitOffsets, startProducer, writeKeys, writeStream, writeTransactions } from './writers.js';

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

/** Cleans up all the time, so that kills strike compaction and retention too. */
const settings = [
  'log.cleaner.backoff.ms=20',
  'log.retention.check.interval.ms=50',
  'auto.create.topics.enable=false',
];

const tally = () => ({ attempted: 0, acknowledged: 0 });

const ledger: Ledger = {
  stream: tally(),
  short: tally(),
  keys: tally(),
  latest: new Map(),
  transactions: tally(),
  committed: [],
  offsets: tally(),
};

const producerIds = { stream: -1, short: -1 };

const prepare = async (port: number): Promise<void> => {
  const client = await connectRaw(port);
  const wanted = topics.map((it) => ({ ...it, numPartitions: 1, replicationFactor: 1, assignments: [] }));
  const created = await client.call(createTopics, 5, {
    topics: wanted,
    timeoutMs: 5_000,
    validateOnly: false,
  });
  const refused = created.topics.find((it) => it.code !== 0);
  if (refused !== undefined) throw new Error(`topic ${refused.name} was answered with ${refused.code}`);
  producerIds.stream = (await startProducer(client, null)).producerId;
  producerIds.short = (await startProducer(client, null)).producerId;
  client.close();
};

/** Runs a writer on a connection of its own until the broker is gone. What the broker refuses is thrown. */
const runWriter = async (port: number, write: (client: RawClient) => Promise<void>): Promise<void> => {
  const client = await connectRaw(port);
  await Promise.race([write(client), client.closed]);
};

const load = (port: number): Promise<unknown> => {
  const stream = (topic: 'stream' | 'short') => (client: RawClient) =>
    writeStream(client, { topic, producerId: producerIds[topic], tally: ledger[topic] });
  return Promise.all([
    runWriter(port, stream('stream')),
    runWriter(port, stream('short')),
    runWriter(port, (it) => writeKeys(it, ledger.keys, ledger.latest)),
    runWriter(port, (it) => writeTransactions(it, ledger.transactions, ledger.committed)),
    runWriter(port, (it) => commitOffsets(it, ledger.offsets)),
  ]);
};

await runSoak({
  name: 'local-kafka',
  main: fileURLToPath(new URL('../main.js', import.meta.url)),
  args: settings.flatMap((it) => ['--set', it]),
  prepare,
  load,
  async audit(port, { full }) {
    const client = await connectRaw(port);
    // A new producer ends what the killed one left open, so that readers get to the end.
    if (full) await startProducer(client, 'pair');
    const findings = await (full ? auditFully : auditQuickly)(client, ledger);
    client.close();
    return findings;
  },
  acknowledged: () => ({
    records: ledger.stream.acknowledged + ledger.short.acknowledged + ledger.keys.acknowledged,
    transactions: ledger.committed.length,
    offsets: ledger.offsets.acknowledged,
  }),
});
