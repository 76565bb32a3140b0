import { attributeOf, elementAt, elementsAt, type XmlElement } from './xml.js';

/** What a reservation says of the guest. */
export interface OtaGuest {
  name: string | null;
  emails: string[];
  phones: string[];
}

/**
 * The guest of a reservation. Profile type 1, or none, is a person; 3 is a company, 4 a travel agent. The booker
 * in ResGlobalInfo adds emails and phones where he bears the guest's name; where nobody else is named he is the guest.
 */
export function guestOf(reservation: XmlElement): OtaGuest {
  const guests = elementsAt(reservation, 'ResGuests', 'ResGuest');
  const primary = guests.find((guest) => attributeOf(guest, 'PrimaryIndicator') === 'true') ?? guests[0];
  const [own] = customersIn(primary);
  const [booker] = customersIn(elementAt(reservation, 'ResGlobalInfo'));
  if (!own || !booker) return own ?? booker ?? { name: null, emails: [], phones: [] };
  if (own.name && own.name.toLowerCase() !== booker.name?.toLowerCase()) return own;
  return {
    name: own.name ?? booker.name,
    emails: [...new Set([...own.emails, ...booker.emails])],
    phones: [...new Set([...own.phones, ...booker.phones])],
  };
}

function customersIn(from: XmlElement | undefined): OtaGuest[] {
  return elementsAt(from, 'Profiles', 'ProfileInfo', 'Profile')
    .filter((profile) => (attributeOf(profile, 'ProfileType') ?? '1') === '1')
    .flatMap((profile) => elementsAt(profile, 'Customer'))
    .map((customer) => ({
      name: nameOf(elementAt(customer, 'PersonName')),
      emails: textsOf(elementsAt(customer, 'Email')),
      phones: elementsAt(customer, 'Telephone').flatMap((telephone) => phoneOf(telephone) ?? []),
    }));
}

function nameOf(person: XmlElement | undefined): string | null {
  const names = [
    ...elementsAt(person, 'GivenName'),
    ...elementsAt(person, 'MiddleName'),
    ...elementsAt(person, 'Surname'),
  ];
  return textsOf(names).join(' ') || null;
}

/** One attribute with all of it, or country, area and number apart. */
function phoneOf(telephone: XmlElement): string | undefined {
  const number = attributeOf(telephone, 'PhoneNumber');
  const country = attributeOf(telephone, 'CountryAccessCode')?.replace(/^(\+|00)/, '');
  if (!number || number.startsWith('+')) return number;
  const local = `${attributeOf(telephone, 'AreaCityCode') ?? ''}${number}`;
  return country ? `+${country}${local}` : local;
}

const textsOf = (elements: XmlElement[]): string[] =>
  elements.map(({ text }) => text).filter((text) => text !== '');
