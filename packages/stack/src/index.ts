export { PortTaken } from './ports.js';
export * from './settings.js';
export * from './stack.js';
export { StartError, SupervisedProcess } from './supervised-process.js';
