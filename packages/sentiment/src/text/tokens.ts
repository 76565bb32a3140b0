import { CharacterKind, characterKind, foldedCode } from './characters.js';
import { READ_LIMIT } from './readable-text.js';

export const TokenKind = { word: 0, unspaced: 1, stop: 2, sign: 3 } as const;

/**
 * The tokens of the text that was read last, in arrays that are used again for the next one: a scorer reads
 * thousands of texts a second, and an object a token would be most of its time.
 */
export interface Tokens {
  count: number;
  /** The folded code units of all tokens, one after another. */
  readonly codes: Uint16Array;
  /** Of each token: where it begins and ends in `codes`. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly kind: Uint8Array;
  /** Of each token: where it begins and ends in the text. */
  readonly textFrom: Uint16Array;
  readonly textTo: Uint16Array;
}

export function createTokens(): Tokens {
  const array = (): Uint16Array => new Uint16Array(READ_LIMIT + 1);
  return {
    count: 0,
    codes: array(),
    from: array(),
    to: array(),
    kind: new Uint8Array(READ_LIMIT + 1),
    textFrom: array(),
    textTo: array(),
  };
}

const KINDS: Readonly<Partial<Record<CharacterKind, number>>> = {
  [CharacterKind.letter]: TokenKind.word,
  [CharacterKind.unspaced]: TokenKind.unspaced,
  [CharacterKind.stop]: TokenKind.stop,
  [CharacterKind.sign]: TokenKind.sign,
  [CharacterKind.surrogate]: TokenKind.sign,
};

const APOSTROPHE = 0x27;
const SKIN_TONE = /^\ud83c[\udffb-\udfff]$/;
const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** Reads a text into tokens: words, runs of unspaced script, and single stops and signs (an emoji is one). */
export function readTokens(text: string, tokens: Tokens): void {
  const length = Math.min(text.length, READ_LIMIT);
  const { codes, from, to, kind, textFrom, textTo } = tokens;
  let count = 0;
  let written = 0;
  let open: CharacterKind | -1 = -1;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const is = characterKind(code);
    if (is === CharacterKind.dropped || (code === APOSTROPHE && open === CharacterKind.letter)) continue;
    if (is === CharacterKind.space) {
      open = -1;
      continue;
    }
    const joins = is === open && (is === CharacterKind.letter || is === CharacterKind.unspaced);
    const folded = foldedCode(code);
    if (joins) {
      // 'soooo goooood' is read as 'soo good'.
      if (folded === codes[written - 1] && folded === codes[written - 2] && written - 2 >= from[count - 1]!) {
        textTo[count - 1] = at + 1;
        continue;
      }
      codes[written] = folded;
      written += 1;
    } else {
      const pair = isHigh(code) && at + 1 < length ? text.slice(at, at + 2) : '';
      if (is === CharacterKind.surrogate && (pair === '' || SKIN_TONE.test(pair))) {
        if (pair !== '') at += 1;
        continue;
      }
      kind[count] = KINDS[is]!;
      from[count] = written;
      textFrom[count] = at;
      codes[written] = folded;
      written += 1;
      if (pair !== '') {
        at += 1;
        codes[written] = text.charCodeAt(at);
        written += 1;
      }
      count += 1;
      open = is;
    }
    to[count - 1] = written;
    textTo[count - 1] = at + 1;
  }
  tokens.count = count;
}
