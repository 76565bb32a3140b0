/** What a UTF-16 code unit is to the tokeniser. */
export const CharacterKind = {
  /** Nothing that is read: a control or format character, a loose combining mark, half of a surrogate pair. */
  dropped: 0,
  space: 1,
  /** A letter, digit or mark of a script that puts spaces between words. */
  letter: 2,
  /** A character of a script without spaces: Han, kana, Thai, Lao, Khmer, Burmese. */
  unspaced: 3,
  /** Ends a clause: a comma, a full stop, a bracket, a line's end. */
  stop: 4,
  /** Any other sign, an emoji among them. */
  sign: 5,
  surrogate: 6,
} as const;

export type CharacterKind = (typeof CharacterKind)[keyof typeof CharacterKind];

const BMP = 0x10000;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
const LETTER = /[\p{L}\p{N}\p{Mc}]/u;
/** Marks that are part of a letter in Indic scripts; elsewhere a mark is an accent, or zalgo. */
const LETTER_MARK = /[\u0900-\u0dff]/;
const MARK = /\p{M}/u;
const STOP = /[.,;:!?…()[\]{}"«»“”„\n\r\u2028\u2029—–。，、；：！？「」『』（）،؛؟։՝·]/u;
const SIGN = /[\p{S}\p{P}]/u;

function kindOf(letter: string, code: number): CharacterKind {
  if (code >= 0xd800 && code < 0xe000) return CharacterKind.surrogate;
  if (STOP.test(letter)) return CharacterKind.stop;
  if (UNSPACED.test(letter)) return CharacterKind.unspaced;
  if (MARK.test(letter)) return LETTER_MARK.test(letter) ? CharacterKind.letter : CharacterKind.dropped;
  if (LETTER.test(letter)) return CharacterKind.letter;
  if (/\s/.test(letter)) return CharacterKind.space;
  return SIGN.test(letter) ? CharacterKind.sign : CharacterKind.dropped;
}

const LATIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ı: 'i', đ: 'd', ß: 's', ё: 'е' };
const ARABIC_LETTERS: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه' };

/** Guests leave accents out on a phone: Latin and Greek letters lose theirs, Arabic ones their hamza. */
function foldedForm(letter: string): string {
  const lower = letter.toLowerCase().charAt(0);
  if (/\p{Nd}/u.test(lower)) return '0';
  const known = LATIN_LETTERS[lower] ?? ARABIC_LETTERS[lower];
  if (known !== undefined) return known;
  return /[\p{Script=Latin}\p{Script=Greek}]/u.test(lower) ? lower.normalize('NFD').charAt(0) : lower;
}

const NONE = 0xff;
const kinds = new Uint8Array(BMP).fill(NONE);
const folds = new Uint16Array(BMP);

function learn(code: number): void {
  const letter = String.fromCharCode(code);
  kinds[code] = kindOf(letter, code);
  folds[code] = foldedForm(letter).charCodeAt(0);
}

/** The kind of a UTF-16 code unit; looked up once for each that occurs. */
export function characterKind(code: number): CharacterKind {
  if (kinds[code] === NONE) learn(code);
  return kinds[code] as CharacterKind;
}

/** The code unit in the form in which words are compared: lower case, without accents, any digit as 0. */
export function foldedCode(code: number): number {
  if (kinds[code] === NONE) learn(code);
  return folds[code]!;
}
