import { loadInstalledModel, type SentimentModel } from '@bellhop/sentiment';

/** The installed model, or the shipped one; says so on standard error where that steps in for an outdated one. */
export const modelInUse = (file: string): SentimentModel =>
  loadInstalledModel(
    file,
    ({ message }) => void process.stderr.write(`${message}; until then the shipped one is used\n`),
  );
