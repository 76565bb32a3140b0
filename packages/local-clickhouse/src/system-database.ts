import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Has the engine keep its database `system` on the disk, as a server does. In the one that it would make in memory, tables
 * have no definition, so that SHOW CREATE TABLE fails for them.
 */
export function keepSystemDatabase(engineDir: string): void {
  const metadata = join(engineDir, 'metadata');
  const definition = join(metadata, 'system.sql');
  if (existsSync(definition)) return;
  mkdirSync(metadata, { recursive: true });
  writeFileSync(definition, `ATTACH DATABASE _ UUID '${randomUUID()}'\nENGINE = Atomic\n`);
}
