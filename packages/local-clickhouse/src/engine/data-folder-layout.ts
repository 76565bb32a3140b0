import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refusal } from '../clickhouse-exception.js';
import { replaceFile } from '../replace-file.js';

/** How this package lays out a data folder. Raised when an older one can't be opened as it is. */
const currentLayout = 1;
const fileName = 'layout.json';

const layoutSchema = z.object({
  layoutVersion: z.number().int(),
  /** The version of chDB that wrote last, such as 3.4.0: it tells, before the engine is opened, which engine that was. */
  chdbVersion: z.string(),
  /** The engine's own version, such as 26.7.2.1; for people. */
  clickhouseVersion: z.string(),
});

/**
 * Refuses a folder that a newer layout or a newer engine wrote, before anything in it is touched. One without a version is
 * from before there were versions, and has the first layout.
 */
export function refuseNewerFolder(dataDir: string, chdbVersion: string): void {
  const file = join(dataDir, fileName);
  if (!existsSync(file)) return;
  const found = readLayout(file);
  if (found.layoutVersion > currentLayout) {
    throw refusal(
      'UNKNOWN_FORMAT_VERSION',
      `The data folder ${dataDir} has layout ${found.layoutVersion}, but this version of local-clickhouse knows layouts up to ${currentLayout}.`,
    );
  }
  if (releaseOf(found.chdbVersion) > releaseOf(chdbVersion)) {
    throw refusal(
      'UNKNOWN_FORMAT_VERSION',
      `The data folder ${dataDir} was written by ClickHouse ${found.clickhouseVersion} (chDB ${found.chdbVersion}), but this engine is older (chDB ${chdbVersion}).`,
    );
  }
}

/** Notes who writes to the folder from now on. */
export function recordLayout(
  dataDir: string,
  versions: { chdbVersion: string; clickhouseVersion: string },
): void {
  const file = join(dataDir, fileName);
  const text = `${JSON.stringify({ layoutVersion: currentLayout, ...versions })}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  replaceFile(file, text);
}

function readLayout(file: string): z.output<typeof layoutSchema> {
  try {
    return layoutSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw refusal('CORRUPTED_DATA', `${file} is not what local-clickhouse writes there.`);
  }
}

/** A patch release keeps the format. */
function releaseOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
}
