import { dateOf } from '../../local-time.js';
import { attributeOf, elementAt, elementsAt, type XmlElement } from './xml.js';

/** The stay that a reservation is for: dates as YYYY-MM-DD, people and rooms as the sender counts them. */
export interface OtaStay {
  arrivalDate: string | null;
  departureDate: string | null;
  adults: number;
  children: number;
  rooms: number;
  roomTypes: string[];
}

/** The span of all rooms of a reservation. */
export function stayOf(reservation: XmlElement): OtaStay {
  const rooms = elementsAt(reservation, 'RoomStays', 'RoomStay');
  const spans = [
    ...rooms.map((room) => elementAt(room, 'TimeSpan')),
    elementAt(reservation, 'ResGlobalInfo', 'TimeSpan'),
  ];
  const nights = elementsAt(reservation, 'RoomStays', 'RoomStay', 'RoomRates', 'RoomRate');
  const starts = datesOf(spans, 'Start');
  const ends = datesOf(spans, 'End');
  return {
    arrivalDate: starts[0] ?? datesOf(nights, 'EffectiveDate')[0] ?? null,
    departureDate: ends.at(-1) ?? lastNightOf(nights),
    adults: peopleIn(rooms, ['10']),
    children: peopleIn(rooms, ['7', '8']),
    rooms: rooms.length,
    roomTypes: roomTypesIn(rooms),
  };
}

/** A rate without an end is that of one night. */
function lastNightOf(nights: XmlElement[]): string | null {
  const ends = datesOf(nights, 'ExpireDate');
  if (ends.length > 0) return ends.at(-1)!;
  const last = datesOf(nights, 'EffectiveDate').at(-1);
  return last ? new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10) : null;
}

const datesOf = (elements: (XmlElement | undefined)[], name: string): string[] =>
  elements.flatMap((element) => dateOf(attributeOf(element, name)) ?? []).sort();

/** AgeQualifyingCode: 10 is an adult, 8 a child, 7 an infant. */
function peopleIn(rooms: XmlElement[], codes: string[]): number {
  return elementsFrom(rooms, 'GuestCounts', 'GuestCount')
    .filter((count) => codes.includes(attributeOf(count, 'AgeQualifyingCode') ?? ''))
    .reduce((sum, count) => sum + (Number(attributeOf(count, 'Count')) || 0), 0);
}

function roomTypesIn(rooms: XmlElement[]): string[] {
  const codes = elementsFrom(rooms, 'RoomTypes', 'RoomType').map((type) => attributeOf(type, 'RoomTypeCode'));
  return [...new Set(codes.filter((code) => code !== undefined))];
}

const elementsFrom = (elements: XmlElement[], ...path: string[]): XmlElement[] =>
  elements.flatMap((element) => elementsAt(element, ...path));
