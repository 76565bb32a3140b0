import type { Random } from './random.js';
import type { Language } from './texts/index.js';

export interface Guest {
  firstName: string;
  lastName: string;
  email: string;
  /** E.164. */
  phone: string;
  language: Language;
  pmsProfileId: string;
  reservationCode: string;
}

const NAMES: Record<Language, { first: readonly string[]; last: readonly string[] }> = {
  de: { first: ['Anna', 'Jonas', 'Lena', 'Felix'], last: ['Brandt', 'Vogel', 'Winter', 'Lorenz'] },
  en: { first: ['Emily', 'James', 'Olivia', 'Harry'], last: ['Carter', 'Walsh', 'Turner', 'Hughes'] },
  fr: { first: ['Camille', 'Louis', 'Manon', 'Hugo'], last: ['Moreau', 'Girard', 'Lambert', 'Fontaine'] },
  hy: {
    first: ['Anahit', 'Davit', 'Lilit', 'Tigran'],
    last: ['Sargsyan', 'Hakobyan', 'Petrosyan', 'Avetisyan'],
  },
  pl: { first: ['Zofia', 'Jakub', 'Hanna', 'Michal'], last: ['Nowicki', 'Wrona', 'Lis', 'Zawada'] },
  ru: { first: ['Olga', 'Ivan', 'Elena', 'Sergey'], last: ['Morozov', 'Belov', 'Orlov', 'Titov'] },
  zh: { first: ['Wei', 'Min', 'Jing', 'Hao'], last: ['Chen', 'Lin', 'Zhao', 'Wu'] },
};

/** Country code and leading digits, and how many digits follow. */
const PHONES: Record<Language, [prefix: string, digits: number]> = {
  de: ['+491555', 7],
  en: ['+447700', 6],
  fr: ['+3370', 7],
  hy: ['+37477', 6],
  pl: ['+4850', 7],
  ru: ['+7900', 7],
  zh: ['+861900', 7],
};

/** The languages of the guests by the property's country: the country's own twice as often. */
const LANGUAGES: Record<string, readonly Language[]> = {
  AM: ['hy', 'hy', 'hy', 'ru', 'ru', 'en', 'de', 'fr'],
  PL: ['pl', 'pl', 'pl', 'en', 'en', 'de', 'de', 'ru', 'fr'],
  CN: ['zh', 'zh', 'zh', 'zh', 'en', 'en', 'ru', 'de'],
};
const ELSEWHERE: readonly Language[] = ['en', 'de', 'fr', 'ru', 'zh', 'pl', 'hy'];

export const guestLanguage = (country: string, random: Random): Language =>
  random.pick(LANGUAGES[country] ?? ELSEWHERE);

/** The guest with a number of their own, from which everything that must be unique is made. */
export function createGuest({
  number,
  language,
  random,
}: {
  number: number;
  language: Language;
  random: Random;
}): Guest {
  const firstName = random.pick(NAMES[language].first);
  const lastName = random.pick(NAMES[language].last);
  const [prefix, digits] = PHONES[language];
  return {
    firstName,
    lastName,
    email: `${firstName}.${lastName}.${number}@example.com`.toLowerCase(),
    phone: `${prefix}${String(number % 10 ** digits).padStart(digits, '0')}`,
    language,
    pmsProfileId: String(1_000_000 + number),
    reservationCode: String(70_000_000_000 + number),
  };
}
