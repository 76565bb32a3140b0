import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadInstalledModel } from './installed-model.js';
import { loadModel, OutdatedModelError } from './sentiment-model.js';

const SHIPPED = join(__dirname, '../../model/sentiment.bin');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'installed-model-'));
  file = join(folder, 'model.bin');
});
afterEach(() => rmSync(folder, { recursive: true }));

function installOutdated(): void {
  const model = readFileSync(SHIPPED);
  const features = model.indexOf('"features":') + '"features":'.length;
  writeFileSync(file, model.fill('0', features, features + 1));
}

test('an outdated model is refused', () => {
  installOutdated();
  expect(() => loadInstalledModel(file)).toThrow(OutdatedModelError);
});

test('the shipped model steps in for an outdated one where somebody is told', () => {
  installOutdated();
  const told: string[] = [];
  const { header } = loadInstalledModel(file, ({ code }) => told.push(code));
  expect(told).toEqual(['outdated-model']);
  expect(header.id).toBe(loadModel().header.id);
});

test('nothing steps in for a file that is no model', () => {
  writeFileSync(file, 'no model');
  expect(() => loadInstalledModel(file, () => undefined)).toThrow('no model file');
});
