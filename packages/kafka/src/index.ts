export * from './codec.js';
export * from './connection.js';
export * from './consumer.js';
export * from './lag.js';
export * from './producer.js';
export * from './topics.js';
export * from './transactional-publisher.js';
