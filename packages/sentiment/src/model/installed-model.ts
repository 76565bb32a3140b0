import { existsSync } from 'node:fs';
import { loadModel, type SentimentModel } from './sentiment-model.js';

/** The model that is installed in a file, or the shipped one where there is no such file; throws where the file is none. */
export const loadInstalledModel = (file: string): SentimentModel =>
  loadModel(existsSync(file) ? file : undefined);
