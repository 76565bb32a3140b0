import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createScoring } from './scoring.js';

const SHIPPED = join(__dirname, '../../../packages/sentiment/model/sentiment.bin');

describe('scoring', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scoring-'));
    file = join(folder, 'model.bin');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What is logged, and a promise of the next line. */
  const listening = () => {
    let heard: (message: string) => void = () => undefined;
    const log = (_fields: object, message: string) => heard(message);
    const next = () =>
      new Promise<string>((resolve) => {
        heard = resolve;
      });
    return { logger: { info: log, error: log }, next };
  };
  const install = (fill: (path: string) => void) => {
    fill(`${file}.new`);
    renameSync(`${file}.new`, file);
  };

  test('is by the shipped model until another is installed, and goes on with what it has when that is broken', async () => {
    const { logger, next } = listening();
    const scoring = createScoring(file, logger);
    const before = scoring.score('The room was dirty and the staff rude', null);
    expect(before).toMatchObject({
      language: 'en',
      label: 'negative',
      model: expect.stringMatching(/^guest-/),
    });
    const broken = next();
    install((path) => writeFileSync(path, 'no model'));
    expect(await broken).toBe('goes on with the model that it has');
    expect(scoring.score('The room was dirty and the staff rude', null)).toEqual(before);
    const installed = next();
    install((path) => copyFileSync(SHIPPED, path));
    expect(await installed).toBe('scores with');
    const removed = next();
    rmSync(file);
    expect(await removed).toBe('scores with');
    scoring.close();
  });

  test('says so and is by the shipped model where another version of Bellhop trained the installed one', () => {
    const shipped = readFileSync(SHIPPED);
    const features = shipped.indexOf('"features":') + '"features":'.length;
    writeFileSync(file, shipped.fill('0', features, features + 1));
    const told: string[] = [];
    const log = (_fields: object, message: string) => void told.push(message);
    const scoring = createScoring(file, { info: log, error: log });
    expect(told).toEqual(['scores with the shipped model until it is trained again', 'scores with']);
    expect(scoring.score('The room was dirty and the staff rude', null).label).toBe('negative');
    scoring.close();
  });

  test('does not begin with a file that is no model', () => {
    writeFileSync(file, 'no model');
    expect(() => createScoring(file, listening().logger)).toThrow(file);
  });
});
