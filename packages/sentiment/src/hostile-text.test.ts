import { describe, expect, test } from '@jest/globals';
import { createSentimentScorer } from './index.js';
import { READ_LIMIT, readableText } from './text/readable-text.js';

const scorer = createSentimentScorer();
const MEGABYTE = 1_000_000;
const LIMIT_MS = 50;
/** The quickest counts: what the engine compiles and clears away meanwhile is not the text's doing. */
const TRIES = 5;
const fill = (unit: string): string => unit.repeat(Math.ceil(MEGABYTE / unit.length));

/** Processor time: what else runs on the machine is not the text's doing either. */
function processorMsOf(text: string): number {
  const before = process.cpuUsage();
  scorer.score(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('hostile text', () => {
  test.each([
    ['nothing', ''],
    ['blanks', fill(' \t\r\n')],
    ['one word without end', fill('a')],
    ['words', fill('the room was not very good and ')],
    ['stops', fill('.,!?')],
    ['negations', fill('not ')],
    ['control characters', fill('\u0000\u0007\u001b[31m')],
    ['zalgo', fill(`z${'\u0301\u0316\u0334\u0363'.repeat(40)}`)],
    ['combining marks alone', fill('\u0316\u0301')],
    ['emoji alone', fill('👩‍👩‍👧‍👦😡')],
    ['right-to-left marks', fill('\u202e\u200fgood\u2066')],
    ['lone surrogates', fill('\ud83d')],
    ['tags', fill('<b>')],
    ['open tags', fill('<a')],
    ['entities', fill('&amp;lt;')],
    ['addresses', fill('@a')],
    ['links', fill('https://')],
    ['ligatures that NFKC makes long', fill('\ufdfa')],
    ['Chinese without end', fill('不')],
    ['Chinese negations', fill('不好')],
    ['Korean', fill('안 좋아요')],
    ['Turkish capitals', fill('İI')],
    ['smileys', fill(":'-(")],
    ['names of object properties', 'constructor __proto__ toString hasOwnProperty valueOf'],
  ])('made of %s is scored in time', (_, text) => {
    expect(Math.min(...Array.from({ length: TRIES }, () => processorMsOf(text)))).toBeLessThan(LIMIT_MS);
    const { score, confidence } = scorer.score(text);
    expect(Number.isFinite(score) && Number.isFinite(confidence)).toBe(true);
    expect(score).toBeGreaterThanOrEqual(-1);
    expect(score).toBeLessThanOrEqual(1);
  });

  test('is read up to the limit only', () => {
    expect(readableText('\ufdfa'.repeat(READ_LIMIT)).length).toBeLessThanOrEqual(READ_LIMIT);
    const long = 'the room has a door. '.repeat(400);
    expect(scorer.score(`${long} awful`).score).toBe(scorer.score(long).score);
  });

  test('is not seen by the words that it hides', () => {
    expect(
      readableText(
        'Great<br/>room &amp; g\u200bood view, write to me@example.com or https://example.com/bad',
      ),
    ).toBe('Great room & good view, write to   or  ');
    expect(scorer.score('<p class="terrible awful">The room is clean</p>').score).toBe(
      scorer.score('The room is clean').score,
    );
  });

  test('is made of full-width letters for a while', () => {
    expect(scorer.score('Ｔｈｅ ｒｏｏｍ ｉｓ ｄｉｒｔｙ').score).toBe(
      scorer.score('The room is dirty').score,
    );
  });
});
