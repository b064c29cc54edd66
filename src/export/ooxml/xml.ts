/** Writes XML. */

/** Attributes; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What an element contains: XML, already written. */
export type Children = readonly (string | undefined)[];

/** Writes an element. Its children are XML; text needs `xmlText`. */
export function xml(name: string, attributes: Attributes = {}, children: Children = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(attributeText(value))}"`)
    .join('');
  const content = children.filter((child) => child !== undefined).join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Writes a document. */
export const xmlDocument = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

/** Writes text. */
export const xmlText = (text: string): string => escape(text);

function attributeText(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value);
}

/** Characters that XML cannot contain: control characters, and halves of surrogate pairs. */
const INVALID_RE = /(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Attributes lose bare line breaks and tabs.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Escapes text, without the characters that XML cannot contain. */
function escape(text: string): string {
  return text.replaceAll(INVALID_RE, '').replaceAll(/[&<>"\n\r\t]/g, (char) => ENTITIES[char] ?? char);
}
