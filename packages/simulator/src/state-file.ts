import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const feederState = z.strictObject({
  seed: z.string(),
  /** Milliseconds since 1970 UTC. */
  startsAt: z.number().int(),
  /** How many deliveries of the simulation have been accepted. */
  delivered: z.number().int().min(0),
});
export type FeederState = z.infer<typeof feederState>;

export interface StateFile {
  /** Undefined where there is no file yet. Throws where it holds anything else than a state. */
  read(): Promise<FeederState | undefined>;
  /** Writes the state, or the latest one that came while another was being written. */
  save(state: FeederState): void;
  /** Resolves when the latest state is on disk; throws where it could not be written. */
  flush(): Promise<void>;
}

export function createStateFile(path: string): StateFile {
  let wanted: FeederState | undefined;
  let writing: Promise<void> | undefined;
  let failure: unknown;

  const writeWanted = async () => {
    while (wanted) {
      const state = wanted;
      wanted = undefined;
      await replaceFile(path, JSON.stringify(state));
    }
  };
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return text === undefined ? undefined : feederState.parse(JSON.parse(text));
    },
    save(state) {
      wanted = state;
      writing ??= writeWanted()
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => {
          writing = undefined;
        });
    },
    async flush() {
      while (writing) await writing;
      if (failure) throw failure;
    },
  };
}

/** After a crash at any moment the file holds the old text or the new one, whole. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path));
  await folder.sync().finally(() => folder.close());
}
