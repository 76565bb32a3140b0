export { DataFolderInUseError } from '@bellhop/local-process';
export { type LocalMqtt, type LocalMqttOptions, startLocalMqtt } from './start-local-mqtt.js';
