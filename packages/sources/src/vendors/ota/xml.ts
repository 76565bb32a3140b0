import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its attributes, its children by name, without namespace prefixes. */
export interface XmlElement {
  attributes: Record<string, string>;
  children: Record<string, XmlElement[]>;
  /** The text directly in it. */
  text: string;
}

export type XmlDocument = { ok: true; name: string; root: XmlElement } | { ok: false; detail: string };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributesGroupName: '@',
  attributeNamePrefix: '',
  textNodeName: '#',
  cdataPropName: '#cdata',
  alwaysCreateTextNode: true,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities could be declared to grow without bound or to read files. The five of XML itself are read below.
  processEntities: false,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

/** Parses a document without a DTD. Never throws. */
export function parseXml(body: Buffer): XmlDocument {
  const text = decoded(body);
  if (text === undefined)
    return { ok: false, detail: 'not XML: its encoding is unknown or its bytes do not fit it' };
  if (/<!DOCTYPE/i.test(text))
    return { ok: false, detail: 'the XML declares a document type, which is refused' };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { ok: false, detail: `not XML: line ${valid.err.line}: ${valid.err.code}` };
  try {
    const tree: Record<string, unknown> = parser.parse(text);
    const [name] = Object.keys(tree).filter((key) => !/^[?#]/.test(key));
    if (name === undefined) return { ok: false, detail: 'not XML: no element' };
    const root = elementOf((tree[name] as unknown[])[0]);
    return { ok: true, name, root };
  } catch {
    return { ok: false, detail: 'not XML: it could not be parsed' };
  }
}

/** By the byte order mark or the XML declaration, else UTF-8. */
function decoded(body: Buffer): string | undefined {
  const head = body.subarray(0, 200).toString('latin1');
  const isUtf16 = /^(\xff\xfe|<\0)/.test(head)
    ? 'utf-16le'
    : /^(\xfe\xff|\0<)/.test(head)
      ? 'utf-16be'
      : undefined;
  const declared = /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(isUtf16 ?? declared ?? 'utf-8', { fatal: true }).decode(body).trim();
  } catch {
    return undefined;
  }
}

function elementOf(node: unknown): XmlElement {
  const element: XmlElement = { attributes: {}, children: {}, text: '' };
  for (const [name, value] of Object.entries((node ?? {}) as Record<string, unknown>)) {
    if (name === '@') {
      for (const [key, text] of Object.entries(value as Record<string, unknown>)) {
        element.attributes[key] = withReferences(String(text)).trim();
      }
    } else if (name === '#') {
      element.text = withReferences(String(value)).trim();
    } else if (name === '#cdata') {
      element.text = `${element.text} ${cdataIn(value)}`.trim();
    } else {
      element.children[name] = (value as unknown[]).map(elementOf);
    }
  }
  return element;
}

/** CDATA sections hold no references. */
const cdataIn = (value: unknown): string =>
  (value as Record<string, unknown>[]).map((section) => String(section['#'] ?? '')).join(' ');

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The references that XML knows without a DTD. What a reference gives is not read again. */
function withReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) return NAMED[name] ?? whole;
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** Every element along a path of names. */
export function elementsAt(from: XmlElement | undefined, ...path: string[]): XmlElement[] {
  let found = from ? [from] : [];
  for (const name of path) {
    found = found.flatMap((element) =>
      Object.hasOwn(element.children, name) ? element.children[name]! : [],
    );
  }
  return found;
}

/** The first element along a path of names. */
export const elementAt = (from: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  elementsAt(from, ...path)[0];

/** An attribute's value; undefined where it is absent or empty. */
export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element && Object.hasOwn(element.attributes, name) ? element.attributes[name] || undefined : undefined;
