import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EldTable } from './pack-languages.js';
import { packLanguages } from './pack-languages.js';

/** Packs eld's medium tables; run again after an update of eld. */
const SIZE = 'medium';
const entry = import.meta.resolve(`eld/${SIZE}`);
const { ngramsData } = (await import(new URL(`../ngrams/${SIZE}.js`, entry).href)) as {
  ngramsData: EldTable;
};
const { dictionary } = (await import(new URL('../dictionary.js', entry).href)) as { dictionary: string[] };
const out = fileURLToPath(new URL('../../model/languages.bin', import.meta.url));
writeFileSync(out, packLanguages(ngramsData, dictionary, `eld 2.1.0, ${SIZE}`));
