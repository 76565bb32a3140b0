export { DataFolderInUseError } from './data-folder-lock.js';
export { type LocalMqtt, type LocalMqttOptions, startLocalMqtt } from './start-local-mqtt.js';
