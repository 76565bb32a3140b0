/** What a header holds, which Node reads as one character for each byte: clients send UTF-8. */
export function headerText(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined ? undefined : Buffer.from(first, 'latin1').toString('utf8');
}

/** The same the other way round, without what would end a header. */
export const asHeader = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '_');
