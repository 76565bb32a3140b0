#!/usr/bin/env node
import { noSettings, runLocalServer } from '@bellhop/local-process';
import { startLocalMqtt } from './start-local-mqtt.js';

await runLocalServer({
  name: 'local-mqtt',
  defaultPort: 1883,
  settings: noSettings,
  start: startLocalMqtt,
  address: (host, port) => `mqtt://${host}:${port}`,
});
