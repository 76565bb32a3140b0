import type { Findings } from './findings.js';

/** A local server that is killed under load, and what loads and audits it. */
export interface SoakedServer {
  /** Such as local-kafka. */
  name: string;
  /** Its compiled main file. */
  main: string;
  /** Arguments beside `--data` and `--port`. */
  args?: readonly string[];
  /** Longest time under load before a kill, in milliseconds; 300 by default. */
  maxLoadMs?: number;
  /** Makes, once, what the load needs. */
  prepare(port: number): Promise<void>;
  /**
   * Writes until the server is gone, which `killed` tells as well, and keeps account of what was attempted and what was
   * acknowledged. What it throws before the kill ends the soak; after it, a lost connection is expected.
   */
  load(port: number, killed: AbortSignal): Promise<unknown>;
  /** Compares what the server holds with what the load knows: quickly after each kill, `full` after each hundredth and at the end. */
  audit(port: number, options: { full: boolean }): Promise<Findings>;
  /** What was acknowledged so far, by kind. */
  acknowledged(): Record<string, number>;
}
