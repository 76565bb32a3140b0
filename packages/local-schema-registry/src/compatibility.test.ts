import { describe, expect, test } from '@jest/globals';
import { type CompatibilityLevel, incompatibilities } from './compatibility.js';

const record = (...fields: unknown[]) => JSON.stringify({ type: 'record', name: 'Guest', fields });
const id = { name: 'id', type: 'string' };
const optional = { name: 'email', type: ['null', 'string'], default: null };
const required = { name: 'email', type: 'string' };
const stage = (...symbols: string[]) =>
  record({ name: 'stage', type: { type: 'enum', name: 'Stage', symbols } });

const isCompatible = (level: CompatibilityLevel, earlier: string[], next: string) =>
  incompatibilities(next, { earlier, level }).length === 0;

describe('incompatibilities', () => {
  test.each<[string, string, string, { backward: boolean; forward: boolean }]>([
    ['an optional field is added', record(id), record(id, optional), { backward: true, forward: true }],
    ['a required field is added', record(id), record(id, required), { backward: false, forward: true }],
    ['an optional field is removed', record(id, optional), record(id), { backward: true, forward: true }],
    ['a required field is removed', record(id, required), record(id), { backward: true, forward: false }],
    [
      'a field is widened',
      record({ name: 'n', type: 'int' }),
      record({ name: 'n', type: 'long' }),
      { backward: true, forward: false },
    ],
    [
      'a field changes its type',
      record(id),
      record({ name: 'id', type: 'boolean' }),
      { backward: false, forward: false },
    ],
    ['a symbol is added', stage('A'), stage('A', 'B'), { backward: true, forward: false }],
    ['a symbol is removed', stage('A', 'B'), stage('A'), { backward: false, forward: true }],
    [
      'a branch is added',
      record({ name: 'v', type: ['null', 'int'] }),
      record({ name: 'v', type: ['null', 'int', 'string'] }),
      { backward: true, forward: false },
    ],
    [
      'a record is renamed',
      record(id),
      record(id).replace('Guest', 'Person'),
      { backward: false, forward: false },
    ],
  ])('where %s', (_what, before, after, expected) => {
    expect(isCompatible('BACKWARD', [before], after)).toBe(expected.backward);
    expect(isCompatible('FORWARD', [before], after)).toBe(expected.forward);
    expect(isCompatible('FULL', [before], after)).toBe(expected.backward && expected.forward);
    expect(isCompatible('NONE', [before], after)).toBe(true);
  });

  test('only transitive levels look further back than the newest version', () => {
    const history = [record(id, { name: 'age', type: 'string' }), record(id)];
    const next = record(id, { name: 'age', type: 'int', default: 0 });
    expect(isCompatible('BACKWARD', history, next)).toBe(true);
    expect(isCompatible('BACKWARD_TRANSITIVE', history, next)).toBe(false);
  });
});
