import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { OWN_SETS } from './known-sets.js';
import { readLabelledTexts } from './labelled-texts.js';
import { modelCard } from './model-card.js';
import { train } from './train.js';

const beside = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const REVIEWS = beside('../../../shared/data/reviews');

const { values } = parseArgs({
  options: {
    /** Folders of `{text,label,lang}` lines; the project's own messages are always added. */
    data: { type: 'string', multiple: true, default: [REVIEWS] },
    seed: { type: 'string', default: '1' },
    'stated-licence-only': { type: 'boolean', default: false },
    out: { type: 'string', default: beside('model/sentiment.bin') },
    card: { type: 'string', default: beside('MODEL_CARD.md') },
  },
});

const startedAt = performance.now();
const missing = values.data.filter((folder) => !existsSync(folder));
for (const folder of missing) process.stderr.write(`${folder} is not there: trained without it\n`);
const texts = [
  ...values.data.filter((folder) => !missing.includes(folder)).flatMap((folder) => readLabelledTexts(folder)),
  ...readLabelledTexts(beside('corpus'), OWN_SETS),
];
const seed = Number(values.seed);
const onStep = (step: string) => void process.stderr.write(`${step}\n`);
const scratch = mkdtempSync(join(tmpdir(), 'sentiment-'));
try {
  const [name, statedLicenceOnly] = ['guest-linear', values['stated-licence-only']];
  const shipped = await train({ texts, seed, statedLicenceOnly, out: values.out, name, onStep });
  const second = { texts, seed, statedLicenceOnly: true, out: join(scratch, 'second.bin'), onStep };
  const licensed = await train({ ...second, name: 'guest-linear-licensed' });
  const seconds = (performance.now() - startedAt) / 1_000;
  writeFileSync(values.card, modelCard({ texts, shipped, licensed, seed, seconds }));
} finally {
  rmSync(scratch, { recursive: true });
}
