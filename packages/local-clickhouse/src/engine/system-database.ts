import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../replace-file.js';

/**
 * Has the engine keep its database `system` on the disk, as a server does. In the one that it would make in memory, tables
 * have no definition, so that SHOW CREATE TABLE fails for them.
 */
export function keepSystemDatabase(engineDir: string): void {
  const metadata = join(engineDir, 'metadata');
  const definition = join(metadata, 'system.sql');
  // One that is empty was cut short by a kill.
  if (existsSync(definition) && statSync(definition).size > 0) return;
  mkdirSync(metadata, { recursive: true });
  replaceFile(definition, `ATTACH DATABASE _ UUID '${randomUUID()}'\nENGINE = Atomic\n`);
}
