/** What is known of a set of labelled texts: who labelled it, and under which licence it is published. */
export interface KnownSet {
  readonly labelsFrom: 'annotators' | 'stars' | 'design' | 'users' | 'ourselves';
  /** Null where none is stated. */
  readonly licence: string | null;
  /** How much a text of it counts, where that is not 1. */
  readonly trust?: number;
}

const KNOWN_SETS: Readonly<Record<string, KnownSet>> = {
  'ar-semeval16_hotels': { labelsFrom: 'annotators', licence: 'MIT' },
  'en-deceptive_hotels': { labelsFrom: 'design', licence: null },
  'en-opener_hotels': { labelsFrom: 'annotators', licence: null },
  'es-cuba_hotels': { labelsFrom: 'stars', licence: null },
  'es-opener_hotels': { labelsFrom: 'annotators', licence: null },
  // Its guests give five stars and complain all the same.
  'ko-yanolja_hotels': { labelsFrom: 'stars', licence: null, trust: 0.4 },
  'nl-semeval16_rest': { labelsFrom: 'annotators', licence: null },
  'pl-wccrs_hotels': { labelsFrom: 'annotators', licence: 'CC BY-SA 4.0' },
  'pt-absapt_hotels': { labelsFrom: 'annotators', licence: 'CC BY 4.0' },
  'ru-yandexmaps_hotels': { labelsFrom: 'stars', licence: null },
  'zh-chnsenticorp_htl': { labelsFrom: 'users', licence: null },
  'zh-online_shopping_hotel': { labelsFrom: 'users', licence: null },
  'zh-waimai': { labelsFrom: 'users', licence: null },
};

/** What the project wrote itself; the names of its sets begin with this. */
export const OWN_SETS = 'own-';
/** Those among them that are reviews; the others are messages as guests write them in a chat. */
export const OWN_REVIEWS = `${OWN_SETS}reviews-`;

export const isOfTweets = (set: string): boolean => set.endsWith('-umsab_tweets');

/** Whether the texts of a set are such as will be scored: what is calibrated on others does not fit those. */
export const isToCalibrateOn = (set: string): boolean => !isOfTweets(set) && !set.startsWith(OWN_REVIEWS);

/**
 * How much a text of a set counts in the training: a chat message more than a review, since no other set has any; our
 * own reviews, which no guest wrote of a stay, and tweets, which no guest wrote at all, as less than half; a set whose
 * labels often say otherwise than its texts, as it is known to deserve.
 */
export function trustIn(set: string): number {
  if (set.startsWith(OWN_REVIEWS)) return 0.3;
  if (set.startsWith(OWN_SETS)) return 1.4;
  return isOfTweets(set) ? 0.4 : (KNOWN_SETS[set]?.trust ?? 1);
}

/** What is known of a set by its name; of an unknown one, that its licence is not stated. */
export function knownSet(name: string): KnownSet {
  if (name.startsWith(OWN_SETS)) return { labelsFrom: 'ourselves', licence: 'Apache-2.0' };
  if (isOfTweets(name)) return { labelsFrom: 'annotators', licence: 'Apache-2.0' };
  return KNOWN_SETS[name] ?? { labelsFrom: 'users', licence: null };
}
