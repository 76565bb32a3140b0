/** The most of a text that is looked at, in UTF-16 code units; what follows is ignored. */
export const READ_LIMIT = 5_000;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
};

const MARKUP = /<\/?[a-z!][^<>]{0,300}>/gi;
const ENTITY = /&(?:amp|lt|gt|quot|#39|apos|nbsp);/g;
const LINK = /(?:https?:\/\/|www\.)\S{1,500}/gi;
const ADDRESS = /(?<!\S)\S{0,100}@\S{1,100}/g;
const INVISIBLE = /\p{Cf}/gu;

/**
 * What a person would read of a text: NFKC, without mark-up, links, addresses, mentions and format characters
 * (right-to-left marks among them). Only the first `READ_LIMIT` code units are looked at, before and again after
 * NFKC, which can make a text eighteen times as long.
 */
export function readableText(text: string): string {
  let readable = text.slice(0, READ_LIMIT).normalize('NFKC').slice(0, READ_LIMIT);
  if (readable.includes('<')) readable = readable.replace(MARKUP, ' ');
  if (readable.includes('&')) readable = readable.replace(ENTITY, (entity) => ENTITIES[entity] ?? ' ');
  if (readable.includes('://') || readable.includes('www.')) readable = readable.replace(LINK, ' ');
  if (readable.includes('@')) readable = readable.replace(ADDRESS, ' ');
  return readable.replace(/[’‘`´ʼ＇]/g, "'").replace(INVISIBLE, '');
}
