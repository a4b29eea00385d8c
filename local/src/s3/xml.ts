import { AwsError } from '../AwsError.ts';

/** An element as S3's request documents have it: attributes are namespaces only, and are dropped. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN = /<\/([\w:.-]+)\s*>|<([\w:.-]+)(?:\s[^<>]*?)?(\/?)>|([^<]+)|<\?[^>]*\?>/gy;

/** Writes one element; a string is escaped text, a list holds elements already written. */
export function element(name: string, content: string | number | readonly string[]): string {
  return `<${name}>${Array.isArray(content) ? content.join('') : escapeText(String(content))}</${name}>`;
}

/** A whole document in S3's namespace. */
export function document(name: string, children: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${children.join('')}</${name}>`;
}

/** Characters that XML 1.0 cannot hold are written as references, as S3 does for keys with control characters. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"\u0000-\u001f\u007f]/g, (character) => {
    if (character === '&') return '&amp;';
    if (character === '<') return '&lt;';
    if (character === '>') return '&gt;';
    if (character === '"') return '&quot;';
    return `&#x${character.charCodeAt(0).toString(16)};`;
  });
}

/** Reads a small request document without declarations or mixed content; throws `MalformedXML` for anything else. */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', text: '', children: [] };
  const open = [root];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    const [, closed, opened, isEmpty, text] = match;
    end = match.index + match[0].length;
    const parent = open.at(-1) ?? root;
    if (opened !== undefined) {
      const child: XmlElement = { name: opened, text: '', children: [] };
      parent.children.push(child);
      if (isEmpty !== '/') open.push(child);
    } else if (closed !== undefined) {
      if (open.length === 1 || parent.name !== closed) throw malformed();
      open.pop();
    } else if (text !== undefined) {
      parent.text += unescapeText(text);
    }
  }
  const [top] = root.children;
  if (end !== source.length || open.length !== 1 || top === undefined || root.children.length !== 1) throw malformed();
  return top;
}

/** The text of the first child called `name`. */
export function childText(parent: XmlElement, name: string): string | undefined {
  return parent.children.find((child) => child.name === name)?.text;
}

function unescapeText(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (_reference, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      const character = ENTITIES[name ?? ''];
      if (character === undefined) throw malformed();
      return character;
    },
  );
}

function malformed(): AwsError {
  return new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}
