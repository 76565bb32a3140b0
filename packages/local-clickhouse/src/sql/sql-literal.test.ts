import { expect, test } from '@jest/globals';
import { textOfBytes } from './sql-literal.js';

const bytes = (...parts: Array<string | number[]>) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string))).toString('latin1');

test('text stays as it is', () => {
  expect(textOfBytes(bytes("SELECT 'ü', $$é$$"))).toBe("SELECT 'ü', $$é$$");
});

test('strings that are no text are written with escapes, and those beside them are not', () => {
  const sql = bytes("SELECT 'ü', $x$it's \\ ", [0xff, 0, 0x80], "$x$, 'a\\'b", [0xfe], "' FROM `é`");
  expect(textOfBytes(sql)).toBe("SELECT 'ü', 'it\\'s \\\\ \\xff\\x00\\x80', 'a\\'b\\xfe' FROM `é`");
});
