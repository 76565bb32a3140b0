import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Review, readReviews } from './review-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'bellhop-reviews-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, text: string): Promise<Review[]> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const reviews: Review[] = [];
  for await (const review of readReviews(file)) reviews.push(review);
  return reviews;
}

describe('a file of reviews', () => {
  test('is read from JSON lines and from CSV to the same reviews', async () => {
    const json = await read(
      'a.jsonl',
      '{"text":"Lovely, \\"really\\"","rating":"4.5","date":"2026-07-10","other":1}\n\n{"text":"Cold\\nshower","lang":"en","rating":null}\n',
    );
    const csv = await read(
      'a.csv',
      '\ufeffText , rating,date,lang\r\n"Lovely, ""really""",4.5,2026-07-10,\r\n"Cold\nshower",,,en\r\n',
    );
    const said = ({ key: _key, ...review }: Review) => review;
    expect(csv.map(said)).toEqual(json.map(said));
    expect(json).toMatchObject([
      { text: 'Lovely, "really"', rating: 4.5, date: new Date('2026-07-10'), line: 1 },
      { text: 'Cold\nshower', lang: 'en', line: 2 },
    ]);
  });

  test('gives a review its own id, or one of its file and what it says: the same file again has the same ids, another has others', async () => {
    const text = '{"text":"Fine"}\n{"text":"Fine"}\n{"text":"Fine","rating":3}\n{"text":"Fine","id":7}\n';
    const keys = (await read('b.jsonl', text)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    expect(keys[3]).toBe('7');
    expect((await read('b.jsonl', text)).map(({ key }) => key)).toEqual(keys);
    const others = (await read('other.jsonl', text)).map(({ key }) => key);
    expect(others.filter((key) => keys.includes(key))).toEqual(['7']);
  });

  test.each([
    ['c.jsonl', '{"text":"Fine"}\n{"text"\n', /c\.jsonl, line 2/],
    ['d.jsonl', '{"text":"  "}\n', /row 1: text: a review needs a text/],
    ['e.csv', 'text,rating\nFine,many\n', /row 1: rating/],
    ['f.csv', 'words\nFine\n', /row 1: text/],
  ])('that can not be read is refused by its line: %s', async (name, text, message) => {
    await expect(read(name, text)).rejects.toThrow(message);
    await expect(read(name, text)).rejects.toMatchObject({ code: 'unreadable-row' });
  });
});
