/** A script that decides its language by itself, with the language that it decides. */
const DECIDING_SCRIPTS = [
  { language: 'hy', letters: /\p{Script=Armenian}/gu },
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'th', letters: /\p{Script=Thai}/gu },
  { language: 'he', letters: /\p{Script=Hebrew}/gu },
  { language: 'el', letters: /\p{Script=Greek}/gu },
  { language: 'ka', letters: /\p{Script=Georgian}/gu },
] as const;

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;

/** A message that names a Wi-Fi network or a brand in Latin letters is still in the language around the name. */
const DECIDING_SHARE = 0.3;

/** Chinese writes a stray の or ー in names of shops; Japanese text has far more kana than that. */
const KANA_SHARE_OF_JAPANESE = 0.1;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** The language (ISO 639-1) that the script of a text decides by itself, or null where several share the script. */
export function languageOfScript(text: string): string | null {
  const letters = count(text, LETTER);
  if (letters === 0) return null;
  const kana = count(text, KANA);
  const eastAsian = kana + count(text, HAN);
  let best = {
    language: kana >= eastAsian * KANA_SHARE_OF_JAPANESE && kana > 0 ? 'ja' : 'zh',
    share: eastAsian,
  };
  for (const { language, letters: pattern } of DECIDING_SCRIPTS) {
    const share = count(text, pattern);
    if (share > best.share) best = { language, share };
  }
  return best.share / letters >= DECIDING_SHARE ? best.language : null;
}

/** True where most letters of a text are Cyrillic. */
export function isCyrillic(text: string): boolean {
  return count(text, CYRILLIC) * 2 > count(text, LETTER);
}
