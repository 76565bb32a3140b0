import { expect, test } from '@jest/globals';
import { statementsOf } from './migrations.js';

test.each([
  ['SELECT 1;\nSELECT 2;\n', ['SELECT 1', 'SELECT 2']],
  ["INSERT INTO t VALUES ('a;b');\n", ["INSERT INTO t VALUES ('a;b')"]],
  ['-- A comment; with semicolons;\nSELECT 1;', ['SELECT 1']],
  ['SELECT\n-- in between\n  1;\n\n-- at the end\n', ['SELECT\n\n  1']],
  ['\n', []],
])('the statements of %j', (text, statements) => {
  expect(statementsOf(text)).toEqual(statements);
});
