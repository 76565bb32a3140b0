#!/usr/bin/env node
import { noSettings, runLocalServer } from '@bellhop/local-process';
import { startLocalSchemaRegistry } from './start-local-schema-registry.js';

await runLocalServer({
  name: 'local-schema-registry',
  defaultPort: 8081,
  settings: noSettings,
  start: startLocalSchemaRegistry,
  address: (host, port) => `http://${host}:${port}`,
});
