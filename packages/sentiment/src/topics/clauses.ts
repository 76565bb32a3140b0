import type { Tokens } from '../text/tokens.js';
import { TokenKind } from '../text/tokens.js';

/** Tokens `from` up to `to`. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** Words that set what follows against what came before, as they are compared (folded), by language. */
const CONTRAST: ReadonlySet<string> = new Set(
  [
    'but however although though yet except aber jedoch allerdings obwohl mais cependant pourtant pero aunque sin_embargo',
    'ma pero tuttavia mas porem contudo maar echter ale jednak natomiast но однако зато але проте однак ama fakat ancak',
    'αλλα ομως ωστοσο բայց սակայն իսկ אבל אך למרות لكن ولكن بس लेकिन मगर पर nhung tuy'.normalize('NFKC'),
  ]
    .join(' ')
    .split(' '),
);
/** Two or three words before a new clause begins: 'but' as the first word ends nothing. */
const LEAST_TOKENS = 2;
const COMMAS: ReadonlySet<string> = new Set([',', '、', '，', '،', '՝', ':']);
/** A comma parts clauses only where enough stands on its left; lists of adjectives stay together. */
const COMMA_AFTER = 4;
/** Unspaced text has few tokens, each a run between stops. */
const COMMA_AFTER_LETTERS = 6;

/** The clauses of a text: up to a stop, or to a word of contrast. */
export function clausesOf(tokens: Tokens, words: readonly string[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) clauses.push({ from, to });
    from = to;
  };
  for (let token = 0; token < tokens.count; token += 1) {
    const length = token - from;
    if (tokens.kind[token] === TokenKind.stop) {
      const letters = tokens.to[token]! - tokens.from[from]!;
      const isUnspaced = tokens.kind[from] === TokenKind.unspaced;
      const isLong = isUnspaced ? letters >= COMMA_AFTER_LETTERS : length >= COMMA_AFTER;
      if (!COMMAS.has(words[token]!) || isLong) close(token + 1);
    } else if (length >= LEAST_TOKENS && CONTRAST.has(words[token]!)) close(token);
  }
  close(tokens.count);
  return clauses;
}
