#!/usr/bin/env node
import { runLocalServer } from '@bellhop/local-process';
import { startLocalKafka } from './broker.js';
import { settingsSchema } from './settings.js';

await runLocalServer({
  name: 'local-kafka',
  defaultPort: 9092,
  settings: settingsSchema,
  start: startLocalKafka,
  address: (host, port) => `${host}:${port}`,
});
