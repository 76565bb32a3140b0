import { existsSync } from 'node:fs';
import { loadModel, OutdatedModelError, type SentimentModel } from './sentiment-model.js';

/**
 * The model that is installed in a file, or the shipped one where there is no such file. One that another version of
 * Bellhop trained is an OutdatedModelError: it is thrown, or, where `onOutdated` is given, told to it, and the shipped model
 * steps in until the installed one is trained again. Throws where the file is no model.
 */
export function loadInstalledModel(
  file: string,
  onOutdated?: (error: OutdatedModelError) => void,
): SentimentModel {
  if (!existsSync(file)) return loadModel();
  try {
    return loadModel(file);
  } catch (error) {
    if (!onOutdated || !(error instanceof OutdatedModelError)) throw error;
    onOutdated(error);
    return loadModel();
  }
}
