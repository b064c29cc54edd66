/** Reads XML strictly: a document that is not well-formed is an error. */

/** An element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

const TOKEN_RE = /<\?xml [^?]*\?>|<\/([\w:.-]+)>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE_RE = /([\w:.-]+)="([^"]*)"/g;
const ENTITY_RE = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));/gi;
const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// What XML 1.0 calls a character.
const CHARACTERS_RE = /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Parses a document; its namespaces are prefixes only, which have to be declared. */
export function readXml(source: string): XmlElement {
  if (!CHARACTERS_RE.test(source)) throw new Error('there is a character that XML cannot contain');
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const match of source.matchAll(TOKEN_RE)) {
    at = match.index + match[0].length;
    const [text, closed, name, attributes = '', isEmpty] = match;
    const current = open.at(-1) ?? root;
    if (closed !== undefined) {
      if (current.name !== closed) throw new Error(`</${closed}> closes <${current.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element: OpenElement = { name, attributes: readAttributes(attributes), children: [], text: '' };
      current.children.push(element);
      if (isEmpty === '') open.push(element);
    } else if (!text.startsWith('<')) current.text += decode(text);
  }
  const [only, ...more] = root.children;
  if (at !== source.length) throw new Error(`no XML: ${source.slice(at, at + 60)}`);
  if (open.length !== 1 || !only || more.length > 0) throw new Error('not one root element');
  checkPrefixes(only, new Set(['xml']));
  return only;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE_RE)) {
    if (name in attributes) throw new Error(`two attributes ${name}`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) throw new Error(`a bare & in ${text}`);
  return text.replaceAll(ENTITY_RE, (_, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return NAMES[name] ?? '';
    return String.fromCodePoint(
      decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal),
    );
  });
}

function checkPrefixes({ name, attributes, children }: XmlElement, known: ReadonlySet<string>): void {
  const declared = Object.keys(attributes).flatMap((key) => (key.startsWith('xmlns:') ? [key.slice(6)] : []));
  const all = new Set([...known, ...declared]);
  for (const one of [name, ...Object.keys(attributes)]) {
    const [prefix = ''] = one.split(':');
    if (one.includes(':') && prefix !== 'xmlns' && !all.has(prefix))
      throw new Error(`the prefix of ${one} is not declared`);
  }
  for (const child of children) checkPrefixes(child, all);
}

/** All elements of a name in a tree, in the order of the document. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((child) => findAll(child, name))];
}
