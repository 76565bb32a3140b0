export { DataFolderInUseError, lockDataFolder } from './data-folder-lock.js';
export * from './run-local-server.js';
export { type ServerProcess, startServerProcess } from './server-process.js';
