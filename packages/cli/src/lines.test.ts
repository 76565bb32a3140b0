import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { linesOf } from './lines.js';

async function all(input: Readable): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(input)) lines.push(line);
  return lines;
}
const lines = (...chunks: (string | Buffer)[]) => all(Readable.from(chunks));

test.each([
  ['', []],
  ['a\n\nb\r\nc', ['a', '', 'b', 'c']],
  ['a\u2028b\u2029c\rd\u0085e\n', ['a\u2028b\u2029c\rd\u0085e']],
])('the lines of %j are %j', async (text, expected) => {
  expect(await lines(...(text === '' ? [] : [text]))).toEqual(expected);
});

test('a character that is cut between two chunks is whole', async () => {
  const bytes = Buffer.from('բարև\nձեզ');
  expect(await lines(bytes.subarray(0, 3), bytes.subarray(3, 10), bytes.subarray(10))).toEqual([
    'բարև',
    'ձեզ',
  ]);
});

test('an error of the stream is an error here', async () => {
  const broken = new Readable({ read: () => broken.destroy(new Error('gone')) });
  await expect(all(broken)).rejects.toThrow('gone');
});
