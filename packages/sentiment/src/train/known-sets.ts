/** What is known of a set of labelled texts: who labelled it, and under which licence it is published. */
export interface KnownSet {
  readonly labelsFrom: 'annotators' | 'stars' | 'design' | 'users' | 'ourselves';
  /** Null where none is stated. */
  readonly licence: string | null;
}

const KNOWN_SETS: Readonly<Record<string, KnownSet>> = {
  'ar-semeval16_hotels': { labelsFrom: 'annotators', licence: 'MIT' },
  'en-deceptive_hotels': { labelsFrom: 'design', licence: null },
  'en-opener_hotels': { labelsFrom: 'annotators', licence: null },
  'es-cuba_hotels': { labelsFrom: 'stars', licence: null },
  'es-opener_hotels': { labelsFrom: 'annotators', licence: null },
  'ko-yanolja_hotels': { labelsFrom: 'stars', licence: null },
  'nl-semeval16_rest': { labelsFrom: 'annotators', licence: null },
  'pl-wccrs_hotels': { labelsFrom: 'annotators', licence: 'CC BY-SA 4.0' },
  'pt-absapt_hotels': { labelsFrom: 'annotators', licence: 'CC BY 4.0' },
  'ru-yandexmaps_hotels': { labelsFrom: 'stars', licence: null },
  'zh-chnsenticorp_htl': { labelsFrom: 'users', licence: null },
  'zh-online_shopping_hotel': { labelsFrom: 'users', licence: null },
  'zh-waimai': { labelsFrom: 'users', licence: null },
};

/** The project's own messages; the names of their sets begin with this. */
export const OWN_SETS = 'own-';

/** What is known of a set by its name; of an unknown one, that its licence is not stated. */
export function knownSet(name: string): KnownSet {
  if (name.startsWith(OWN_SETS)) return { labelsFrom: 'ourselves', licence: 'Apache-2.0' };
  if (name.endsWith('-umsab_tweets')) return { labelsFrom: 'annotators', licence: 'Apache-2.0' };
  return KNOWN_SETS[name] ?? { labelsFrom: 'users', licence: null };
}
