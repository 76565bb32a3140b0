export { countedFigures } from './figures.js';
export { startFeeder, startLocalStack } from './local-stack.js';
export { settle } from './settle.js';
