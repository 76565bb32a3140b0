export { DataFolderInUseError } from '@bellhop/local-process';
export { type LocalKafka, type LocalKafkaOptions, startLocalKafka } from './broker.js';
export { type Settings, settingsSchema } from './settings.js';
export { UnusableData } from './storage/integrity.js';
