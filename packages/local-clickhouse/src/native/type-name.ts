/** A data type's name and what stands between its parentheses, cut at the commas: `Map(String, Array(UInt8))`. */
export interface TypeName {
  readonly name: string;
  readonly args: readonly string[];
}

export function parseTypeName(text: string): TypeName {
  const open = text.indexOf('(');
  if (open < 0) return { name: text, args: [] };
  return { name: text.slice(0, open), args: splitArguments(text.slice(open + 1, text.lastIndexOf(')'))) };
}

/** At the commas that are neither in parentheses nor in quotes. */
function splitArguments(text: string): string[] {
  const args: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === "'" || sign === '`') at = endOfQuotes(text, at, sign);
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === ',' && depth === 0) {
      args.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === '' ? args : [...args, last];
}

function endOfQuotes(text: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** `a UInt8` as the name and the type, and `UInt8` as the type of an element that has none. */
export function namedElement(text: string): { name: string; type: string } {
  const named = /^(`(?:[^`\\]|\\.)*`|[A-Za-z_][\w.]*)\s+(.+)$/s.exec(text);
  return named ? { name: named[1]!.replaceAll('`', ''), type: named[2]! } : { name: '', type: text };
}
