/** What a person writes down about the valence of a language's words. */
export interface LexiconSource {
  /** ISO 639-1. */
  readonly language: string;
  /** `spaced` text is matched word by word; `unspaced` text by the longest entry at each character. */
  readonly writing: 'spaced' | 'unspaced';
  /** Whether an apostrophe joins its neighbours into one word (don't) or parts them (l'hôtel). */
  readonly apostrophe?: 'joins' | 'parts';
  /**
   * Words by weight, -3 (awful) to 3 (wonderful), parted by spaces. `_` stands for the space inside a phrase,
   * a trailing `*` for any ending. A phrase of weight 0 uses its words up, so that they count for nothing.
   */
  readonly weights: Readonly<Record<string, string>>;
  /** Words that turn the valence of what follows them. */
  readonly negations: string;
  /** Words that turn the valence of what stands before them. */
  readonly negationsAfter?: string;
  /** Words like 'and' and 'but', over which neither negation nor emphasis reaches. */
  readonly conjunctions?: string;
  /** Words that strengthen what follows them. */
  readonly intensifiers: string;
  /** Words that weaken what follows them. */
  readonly diminishers: string;
  /** What may be written in front of a word as one with it: the Arabic article and its like. */
  readonly proclitics?: string;
}
