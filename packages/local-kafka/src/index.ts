export { type LocalKafka, type LocalKafkaOptions, startLocalKafka } from './broker.js';
export { type Settings, settingsSchema } from './settings.js';
export { UnusableData } from './storage/integrity.js';
export { FolderInUse } from './storage/ownership.js';
