/** Scripts that the language of a text can be told by. */
export const SCRIPTS = [
  'latin',
  'cyrillic',
  'arabic',
  'han',
  'kana',
  'hangul',
  'armenian',
  'hebrew',
  'greek',
  'thai',
  'georgian',
  'devanagari',
] as const;
export type Script = (typeof SCRIPTS)[number];

/** Blocks of the Unicode standard, first and last code unit, in ascending order. */
const BLOCKS: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x587, 'armenian'],
  [0x5d0, 0x5f2, 'hebrew'],
  [0x620, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x900, 0x97f, 'devanagari'],
  [0xe01, 0xe4e, 'thai'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3041, 0x30ff, 'kana'],
  [0x3131, 0x318e, 'hangul'],
  [0x3400, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
];

const NONE = SCRIPTS.length;
const scriptOf = new Uint8Array(0x10000).fill(NONE);
for (const [first, last, script] of BLOCKS) scriptOf.fill(SCRIPTS.indexOf(script), first, last + 1);

type LetterCounts = Record<Script | 'letters', number>;
export type ScriptCounts = Readonly<LetterCounts>;
const NO_LETTERS = Object.fromEntries([...SCRIPTS, 'letters'].map((name) => [name, 0])) as LetterCounts;

const counts = new Uint32Array(SCRIPTS.length + 1);

/** How many letters of each script a text has, in its first `most` code units. */
export function countScripts(text: string, most = 1_000): ScriptCounts {
  counts.fill(0);
  for (let at = Math.min(text.length, most) - 1; at >= 0; at -= 1)
    counts[scriptOf[text.charCodeAt(at)]!]! += 1;
  const named = { ...NO_LETTERS };
  for (let id = 0; id < SCRIPTS.length; id += 1) {
    named[SCRIPTS[id]!] = counts[id]!;
    named.letters += counts[id]!;
  }
  return named;
}

/** Scripts that decide a language by themselves, with the language that they decide. */
const DECIDING: readonly (readonly [Script, string])[] = [
  ['armenian', 'hy'],
  ['hangul', 'ko'],
  ['thai', 'th'],
  ['hebrew', 'he'],
  ['greek', 'el'],
  ['georgian', 'ka'],
];

/** A message that names a Wi-Fi network or a brand in Latin letters is still in the language around the name. */
const DECIDING_SHARE = 0.3;

/** Chinese writes a stray の or ー in names of shops; Japanese text has far more kana than that. */
const KANA_SHARE_OF_JAPANESE = 0.1;

/** The language (ISO 639-1) that the script of a text decides by itself, or null where several share the script. */
export function languageOfScript(counts: ScriptCounts): string | null {
  if (counts.letters === 0) return null;
  const eastAsian = counts.kana + counts.han;
  const isJapanese = counts.kana > 0 && counts.kana >= eastAsian * KANA_SHARE_OF_JAPANESE;
  let best = { language: isJapanese ? 'ja' : 'zh', letters: eastAsian };
  for (const [script, language] of DECIDING)
    if (counts[script] > best.letters) best = { language, letters: counts[script] };
  return best.letters / counts.letters >= DECIDING_SHARE ? best.language : null;
}
