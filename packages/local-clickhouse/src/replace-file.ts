import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that a kill at any moment leaves the old one or the new one, whole. */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.tmp`, content, { flush: true });
  renameSync(`${file}.tmp`, file);
}
