import type { Valence } from './valence.js';

const GLAD = /[😀😃😄😁😆😊🙂😇😍🥰😘🤩😋🤗👍👏👌🙌🎉💯🌟⭐✨💖💕💗💓💜💙💚🧡💛😌🥳☺❤♥]/gu;
const CROSS = /[😡😠🤬😤😞😢😭👎🤮🤢😱😒🙄💩😖😩😫😔💔😣🥵🥶🤒🤕😰😨😟🙁☹😑🪳🤦]/gu;
const SMILE = /(?<![\p{L}\p{N}])[:;=]-?[)\]D]|\^\^|ㅎㅎ/gu;
const FROWN = /(?<![\p{L}\p{N}])[:=]'?-?[([]|ㅠㅠ|ㅜㅜ/gu;

const WEIGHT = 2;

/** A row of thirty hearts says what three say. */
const MOST = 3;

const times = (text: string, pattern: RegExp): number => Math.min(text.match(pattern)?.length ?? 0, MOST);

/** The valences of emoji and of the smileys made of punctuation. */
export function emojiValences(text: string): Valence[] {
  const glad = Math.min(times(text, GLAD) + times(text, SMILE), MOST);
  const cross = Math.min(times(text, CROSS) + times(text, FROWN), MOST);
  return [...Array<Valence>(glad).fill(WEIGHT), ...Array<Valence>(cross).fill(-WEIGHT)];
}
