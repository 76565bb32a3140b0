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

/**
 * What a person would read of a text: NFKC, without mark-up, links, addresses, mentions, control and format
 * characters (right-to-left marks among them) and loose combining marks. Only the first `READ_LIMIT` code
 * units are looked at, before and again after NFKC, which can make a text eighteen times as long.
 */
export function readableText(text: string): string {
  return text
    .slice(0, READ_LIMIT)
    .normalize('NFKC')
    .slice(0, READ_LIMIT)
    .replace(/<\/?[a-z!][^<>]{0,300}>/gi, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39|apos|nbsp);/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/(?:https?:\/\/|www\.)\S{1,500}/gi, ' ')
    .replace(/(?<!\S)\S{0,100}@\S{1,100}/g, ' ')
    .replace(/[’‘`´ʼ＇]/g, "'")
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
