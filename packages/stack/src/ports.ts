import { createServer } from 'node:net';
import type { StackSettings } from './settings.js';

/** A port that something else listens on. */
export class PortTaken extends Error {
  override name = 'PortTaken';
  readonly code = 'port-taken';
  readonly retryable = false;
}

/** Throws PortTaken, naming each port that is taken and the setting that changes it. */
export async function requireFreePorts(settings: StackSettings): Promise<void> {
  const wanted = Object.entries(settings).filter(([name]) => name.endsWith('_PORT')) as [string, number][];
  const taken: string[] = [];
  for (const [name, port] of wanted) {
    if (port !== 0 && !(await isFree(port)))
      taken.push(`  port ${port} is taken: set ${name} to another one, or end what listens there`);
  }
  if (taken.length > 0) throw new PortTaken(`Bellhop can't start:\n${taken.join('\n')}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
