import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSentimentScorer } from '../sentiment-scorer.js';
import { readLabelledTexts } from '../train/labelled-texts.js';
import type { MemoryFigures } from './memory-figures.js';
import { CORPUS, TEXTS } from './messages.js';

/** A process of its own, with Node's default flags, that does nothing but score; prints its figures as JSON. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const texts = readLabelledTexts(CORPUS, 'own-').map(({ text }) => text);

collect();
collect();
const before = process.memoryUsage();
const scorer = createSentimentScorer();
for (let at = 0; at < TEXTS; at += 1) scorer.analyse(texts[at % texts.length]!);
const residentGrowthMb = (process.memoryUsage.rss() - before.rss) / 1e6;
collect();
const after = process.memoryUsage();
const memoryMb = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;
// Still in use, so that what the scorer and the texts hold was counted above.
scorer.analyse(texts[0]!);
process.stdout.write(JSON.stringify({ memoryMb, residentGrowthMb } satisfies MemoryFigures));
