export { DataFolderInUseError } from './data-folder-lock.js';
export {
  type LocalSchemaRegistry,
  type LocalSchemaRegistryOptions,
  startLocalSchemaRegistry,
} from './start-local-schema-registry.js';
