import { isUtf8 } from 'node:buffer';
import { sqlTokens } from './sql-tokens.js';

/** A string literal. The engine undoes the backslashes; a NUL can't be in a statement's text, so it is escaped too. */
export function quoteString(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;
}

export function quoteIdentifier(name: string): string {
  return `\`${name.replace(/[\\`]/g, '\\$&').replaceAll('\0', '\\0')}\``;
}

const isPlain = (bytes: Buffer) => isUtf8(bytes) && !bytes.includes(0);
const hex = (byte: string) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;

/**
 * A statement whose strings may have any bytes, such as a file between `$…$`. The engine takes only text, so strings that are
 * none are written with escapes. Each character of `latin1` is a byte.
 */
export function textOfBytes(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1');
  if (isPlain(bytes)) return bytes.toString('utf8');
  let text = '';
  let position = 0;
  for (const { kind, text: token, start, end } of sqlTokens(latin1)) {
    const tag = /^\$\w*\$/.exec(token)?.[0];
    const isString = kind === 'quoted' && (tag !== undefined || token.startsWith("'"));
    if (!isString || isPlain(Buffer.from(token, 'latin1'))) continue;
    const content = tag === undefined ? token : `'${quoteBytes(token.slice(tag.length, -tag.length))}'`;
    text += latin1.slice(position, start) + content.replace(/[\0\x80-\xff]/g, hex);
    position = end;
  }
  return Buffer.from(text + latin1.slice(position), 'latin1').toString('utf8');
}

const quoteBytes = (latin1: string) => latin1.replace(/[\\']/g, '\\$&');
