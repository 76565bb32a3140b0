export * from './config.js';
export * from './health.js';
export * from './logger.js';
export * from './retry.js';
export { type RunningService, runService, type ServiceContext } from './service.js';
