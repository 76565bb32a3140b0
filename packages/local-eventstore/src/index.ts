export { DataFolderInUseError } from './data-folder-lock.js';
export {
  type LocalEventStore,
  type LocalEventStoreOptions,
  PortInUseError,
  startLocalEventStore,
} from './local-event-store.js';
