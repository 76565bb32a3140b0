import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from '@jest/globals';

/** A folder beside the repository with payloads of the vendors, which are not ours to hand on. */
const samples = resolve(__dirname, '../../../../shared/vendors/samples');

/** Runs a check for each sample of a folder; one skipped test says so where the samples are missing. */
export function testSamples(
  folder: string,
  extension: string,
  check: (name: string, body: Buffer) => void,
): void {
  const path = join(samples, folder);
  if (!existsSync(path)) {
    test.skip(`the samples of ${folder} are missing beside the repository`, () => {});
    return;
  }
  const names = readdirSync(path).filter((name) => name.endsWith(extension));
  test.each(names)(`understands the sample ${folder}/%s`, (name) =>
    check(name, readFileSync(join(path, name))),
  );
}
