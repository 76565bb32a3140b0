import { readLabelledTexts } from '../train/labelled-texts.js';
import { benchSentiment } from './bench.js';

const CORPUS = new URL('../../corpus/', import.meta.url).pathname;
const messages = readLabelledTexts(CORPUS, 'own-').map(({ text }) => text);
process.stdout.write(`${JSON.stringify(benchSentiment(messages), null, 2)}\n`);
