export * from './config.js';
export * from './health.js';
export * from './hotel-group-file.js';
export * from './logger.js';
export { type RunningService, runService, type ServiceContext } from './service.js';
export * from './side-by-side.js';
export * from './step-boundary.js';
