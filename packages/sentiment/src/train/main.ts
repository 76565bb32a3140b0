import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandOptions, refuse } from './command-options.js';
import { OWN_REVIEWS, OWN_SETS } from './known-sets.js';
import { readLabelledTexts } from './labelled-texts.js';
import { modelCard } from './model-card.js';
import { trainBeside } from './train-beside.js';

const beside = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const REVIEWS = beside('../../../shared/data/reviews');

const values = commandOptions(
  'npm run sentiment:train -- [--data FOLDER]… [--own-only] [--seed N] [--stated-licence-only] [--out FILE] [--card FILE]',
  {
    /** Folders of `{text,label,lang}` lines; the project's own texts are always added. */
    data: { type: 'string', multiple: true, default: [REVIEWS] },
    /** The project's own texts alone. */
    'own-only': { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    'stated-licence-only': { type: 'boolean', default: false },
    out: { type: 'string', default: beside('model/sentiment.bin') },
    card: { type: 'string', default: beside('MODEL_CARD.md') },
  },
);

const startedAt = performance.now();
const folders = values['own-only'] ? [] : values.data;
const missing = folders.find((folder) => !existsSync(folder));
if (missing !== undefined) {
  refuse(
    `sentiment:train: ${missing} is not there. Name folders of labelled texts with --data, or say --own-only to train on the project's own texts alone; the model would be a weaker one.`,
  );
}
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) refuse(`sentiment:train: --seed ${values.seed} is not a whole number`);
const texts = [
  ...folders.flatMap((folder) => readLabelledTexts(folder)),
  ...readLabelledTexts(beside('corpus'), OWN_SETS),
  ...readLabelledTexts(beside('corpus/reviews'), OWN_REVIEWS),
];
const steps = (run: string) => (step: string) => void process.stderr.write(`${run}: ${step}\n`);
const scratch = mkdtempSync(join(tmpdir(), 'sentiment-'));
try {
  const [name, statedLicenceOnly] = ['guest-linear', values['stated-licence-only']];
  const [shipped, licensed] = await Promise.all([
    trainBeside({ texts, seed, statedLicenceOnly, out: values.out, name, onStep: steps('the model') }),
    trainBeside({
      ...{ texts, seed, statedLicenceOnly: true, out: join(scratch, 'second.bin') },
      ...{ name: 'guest-linear-licensed', onStep: steps('stated licences alone') },
    }),
  ]);
  const seconds = (performance.now() - startedAt) / 1_000;
  writeFileSync(values.card, modelCard({ texts, shipped, licensed, seed, seconds }));
} finally {
  rmSync(scratch, { recursive: true });
}
