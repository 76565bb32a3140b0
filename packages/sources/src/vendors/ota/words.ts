import { attributeOf, elementAt, elementsAt, type XmlElement } from './xml.js';

/** What the guest wrote, and what he chose from a list. */
export interface OtaWords {
  text: string | null;
  /** The tag that the sender gives with the text, such as en-us. */
  language: string | undefined;
  /** Choices such as the bed or smoking. */
  choices: string[];
}

/** A request without a code, or with 4, is free text; 5 tells the hotel how to bill and is not the guest's. */
export function wordsOf(reservation: XmlElement): OtaWords {
  const places = [
    ...elementsAt(reservation, 'RoomStays', 'RoomStay'),
    elementAt(reservation, 'ResGlobalInfo'),
  ];
  const comments = places.flatMap((place) => elementsAt(place, 'Comments', 'Comment'));
  const requests = places.flatMap((place) => elementsAt(place, 'SpecialRequests', 'SpecialRequest'));
  const codeOf = (request: XmlElement) => attributeOf(request, 'RequestCode') ?? '4';
  const free = requests.filter((request) => codeOf(request) === '4');
  const choices = requests.filter((request) => !['4', '5'].includes(codeOf(request)));
  const written = [...comments, ...free];
  return {
    text: unique(written.flatMap(textsIn)).join('\n') || null,
    language: written.map(languageIn).find((language) => language !== undefined),
    choices: unique(choices.flatMap(textsIn)),
  };
}

const textsIn = (element: XmlElement): string[] =>
  elementsAt(element, 'Text')
    .map(({ text }) => text)
    .filter((text) => text !== '');

const languageIn = (element: XmlElement): string | undefined =>
  attributeOf(elementAt(element, 'Text'), 'Language') ?? attributeOf(element, 'Language');

const unique = (texts: string[]): string[] => [...new Set(texts)];
