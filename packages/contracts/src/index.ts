export * from './codes.js';
export * from './hotel-group.js';
export * from './names.js';
export { schemaVersions } from './schemas.generated.js';
export * from './types.generated.js';
