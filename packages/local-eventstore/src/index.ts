export { DataFolderInUseError } from '@bellhop/local-process';
export {
  type LocalEventStore,
  type LocalEventStoreOptions,
  PortInUseError,
  startLocalEventStore,
} from './local-event-store.js';
