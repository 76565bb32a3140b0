export * from './identifiers.js';
export * from './registry.js';
export * from './room-comfort.js';
export * from './source.js';
export * from './touchpoint.js';
