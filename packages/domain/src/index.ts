export * from './business-day.js';
export * from './guest.js';
export * from './identity.js';
export * from './metrics.js';
export * from './record.js';
export * from './room.js';
export * from './stage.js';
export * from './stay.js';
