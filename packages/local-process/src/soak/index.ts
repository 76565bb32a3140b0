export { type Findings, sumFindings } from './findings.js';
export { createRandom } from './random.js';
export { runSoak } from './run-soak.js';
export type { SoakedServer } from './soaked-server.js';
