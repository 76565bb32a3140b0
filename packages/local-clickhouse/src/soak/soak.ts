#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runSoak } from '@bellhop/local-process/soak';
import { auditBatches } from './audit.js';
import { createTables, writeBatches } from './batches.js';
import { ask } from './http-client.js';

const writers = [0, 1].map((writer) => ({ writer, acknowledged: 0 }));

await runSoak({
  name: 'local-clickhouse',
  main: fileURLToPath(new URL('../main.js', import.meta.url)),
  maxLoadMs: 600,
  prepare: (port) => createTables(ask(port)),
  load: (port, killed) => Promise.all(writers.map((each) => writeBatches(ask(port), each, killed))),
  audit: (port) => auditBatches(ask(port), writers),
  acknowledged: () => ({ batches: writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0) }),
});
