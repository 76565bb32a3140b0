export { DataFolderInUseError } from '@bellhop/local-process';
export {
  type LocalSchemaRegistry,
  type LocalSchemaRegistryOptions,
  startLocalSchemaRegistry,
} from './start-local-schema-registry.js';
