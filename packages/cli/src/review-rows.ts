import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { linesOf } from './lines.js';

const text = z.string().trim();
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/** A review as a file holds it: `text` is all that it needs. Other columns are left alone. */
const reviewRow = z.object({
  text: text.min(1, 'a review needs a text'),
  id: optional(z.coerce.string()),
  rating: optional(z.coerce.number()),
  /** ISO 8601 date, or date and time. */
  date: optional(z.coerce.date()),
  lang: optional(text.length(2)),
  author: optional(text),
  property: optional(text),
});

/** A review with the id that makes importing it twice harmless: its own, or one made of what it says and the name of its file. */
export interface Review extends z.infer<typeof reviewRow> {
  key: string;
  line: number;
}

/** A row that is no review. */
class UnreadableRow extends Error {
  override name = 'UnreadableRow';
  readonly code = 'unreadable-row';
  readonly retryable = false;
}

/** Reads a .jsonl or .csv file (with a header line) row by row. Throws UnreadableRow, naming the line. */
export async function* readReviews(file: string): AsyncGenerator<Review> {
  const seen = new Map<string, number>();
  let line = 0;
  for await (const row of file.endsWith('.csv') ? csvRows(file) : jsonRows(file)) {
    line += 1;
    const result = reviewRow.safeParse(row);
    if (!result.success) {
      const [issue] = result.error.issues;
      throw new UnreadableRow(`${file}, row ${line}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const review = result.data;
    const content = createHash('sha256')
      .update(JSON.stringify([basename(file), review.text, review.rating, review.date]))
      .digest('hex');
    // The same words twice in a file, or in two files, are two reviews; the same file twice is not.
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    yield { ...review, key: review.id ?? `${content}-${before}`, line };
  }
}

async function* jsonRows(file: string): AsyncGenerator<unknown> {
  let line = 0;
  for await (const text of linesOf(createReadStream(file))) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      yield JSON.parse(text);
    } catch (error) {
      throw new UnreadableRow(`${file}, line ${line}: ${(error as Error).message}`);
    }
  }
}

async function* csvRows(file: string): AsyncGenerator<unknown> {
  yield* createReadStream(file).pipe(
    parse({ columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()), bom: true }),
  );
}
