/**
 * `.Fragments` and `.TableOfContents`: the headings of a page. Source of the names: Hugo's `tableofcontents`, and its
 * `markup.tableOfContents` for the levels.
 */
import { findEnd, type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import { toInteger, toText } from '../functions/values/conversions.ts';
import { escapeHtml } from '../functions/strings/html-text.ts';
import { GoObject, isMap, SafeText } from '../gotemplate/values.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';
import { normalizeParams } from './params.ts';

/** A heading as templates see it. Level 0 fills in for a level that the page skips. */
interface Heading {
  readonly ID: string;
  readonly Level: number;
  /** Title as HTML. */
  readonly Title: string;
  readonly Headings: Heading[];
}

/** The headings of a table of contents, and the kind of its lists. */
interface Contents {
  readonly start: number;
  /** -1 is the last level of the page. */
  readonly stop: number;
  readonly isOrdered: boolean;
}

/** The headings of a page. */
export class Fragments extends RowObject {
  readonly typeName = 'tableofcontents.Fragments';
  readonly all: readonly Heading[];
  readonly top: readonly Heading[];

  /** Reads the headings; `html` is the content of the page. */
  constructor(html: string) {
    super();
    this.all = readHeadings(html);
    this.top = createTree(this.all);
  }

  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this);
  }

  /** Writes nested lists as HTML, with Hugo's line breaks. */
  toHtml(contents: Contents): string {
    const list = writeList(this.top, { ...contents, level: 1, indent: 1 });
    return `<nav id="TableOfContents">${list}</nav>`;
  }
}

const LEVELS: readonly string[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Reads the headings that have an id. */
function readHeadings(html: string): readonly Heading[] {
  const tokens = readHtml(html);
  return tokens.flatMap((token, n) => {
    if (token.kind !== 'start' || !LEVELS.includes(token.name)) return [];
    const { id } = token.attributes;
    const end = findEnd(tokens, n);
    if (id === undefined || end === undefined) return [];
    const Title = titleOf(id, tokens.slice(n + 1, end), html);
    return [{ ID: id, Level: LEVELS.indexOf(token.name) + 1, Title, Headings: [] }];
  });
}

/** Reads the text of a heading without links; a link to the heading itself, which a render hook may add, is omitted. */
function titleOf(id: string, tokens: readonly HtmlToken[], html: string): string {
  const isToItself = (tag: StartTag): boolean => tag.name === 'a' && tag.attributes['href'] === `#${id}`;
  const own: HtmlToken[] = [];
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n] as HtmlToken;
    const end = token.kind === 'start' && isToItself(token) ? findEnd(tokens, n) : undefined;
    if (end === undefined) own.push(token);
    else n = end;
  }
  const write = (part: readonly HtmlToken[]): string =>
    part
      .filter((token) => !('name' in token) || token.name !== 'a')
      .map(({ start, end }) => html.slice(start, end))
      .join('');
  const title = write(own).trim();
  return title === '' ? write(tokens) : title;
}

function createTree(headings: readonly Heading[]): readonly Heading[] {
  const top: Heading[] = [];
  for (const heading of headings) {
    let list = top;
    for (let level = 1; level < heading.Level; level++) {
      if (list.length === 0) list.push({ ID: '', Level: 0, Title: '', Headings: [] });
      list = list.at(-1)?.Headings ?? list;
    }
    list.push(heading);
  }
  return top;
}

interface ListRequest extends Contents {
  readonly level: number;
  readonly indent: number;
}

function writeList(headings: readonly Heading[], request: ListRequest): string {
  const { level, indent, start, stop, isOrdered } = request;
  const below = { ...request, level: level + 1 };
  if (level < start) return headings.map(({ Headings }) => writeList(Headings, below)).join('');
  if (headings.length === 0 || (stop >= 0 && level > stop)) return '';
  const tag = isOrdered ? 'ol' : 'ul';
  const [outer, inner] = ['  '.repeat(indent), '  '.repeat(indent + 1)];
  const items = headings.map(({ ID, Title, Headings }) => {
    const link = ID === '' && Title === '' ? '' : `<a href="#${escapeHtml(ID)}">${Title}</a>`;
    const list = writeList(Headings, { ...below, indent: indent + 2 });
    return `${inner}<li>${link}${list && `${list}${inner}`}</li>\n`;
  });
  return `\n${outer}<${tag}>\n${items.join('')}${outer}</${tag}>\n`;
}

/** The ids of headings, sorted. */
class Identifiers extends GoObject {
  readonly typeName = 'collections.SortedStringSlice';
  readonly #ids: readonly string[];

  constructor(headings: readonly Heading[]) {
    super();
    this.#ids = headings.map(({ ID }) => ID).sort();
  }

  override entries(): Iterable<readonly [unknown, unknown]> {
    return this.#ids.entries();
  }

  override get isTrue(): boolean {
    return this.#ids.length > 0;
  }

  override toString(): string {
    return `[${this.#ids.join(' ')}]`;
  }

  member(name: string): unknown {
    if (name === 'Contains') return (id: unknown) => this.#ids.includes(toText(id));
    if (name === 'Count') return (id: unknown) => this.#ids.filter((own) => own === toText(id)).length;
    return undefined;
  }
}

const rows: MemberRows<Fragments> = {
  Headings: ({ top }) => top,
  HeadingsMap: ({ all }) => Object.fromEntries(all.map((heading) => [heading.ID, heading])),
  Identifiers: ({ all }) => new Identifiers(all),
  ToHTML: (fragments) => (start: unknown, stop: unknown, isOrdered: unknown) =>
    new SafeText(
      'html',
      fragments.toHtml({
        start: toInteger(start),
        stop: toInteger(stop),
        isOrdered: isOrdered === true || isOrdered === 'true',
      }),
    ),
};

/** The defaults of a table of contents. */
const contentsDefaults = { start: 2, stop: 3, isOrdered: false } satisfies Contents;

/** Reads `markup.tableOfContents` of a configuration. */
export function readContents(raw: Readonly<Record<string, unknown>>): Contents {
  const { markup } = normalizeParams(raw);
  const table = isMap(markup) && isMap(markup['tableofcontents']) ? markup['tableofcontents'] : {};
  const { startlevel, endlevel, ordered } = table;
  return {
    start: typeof startlevel === 'number' ? startlevel : contentsDefaults.start,
    stop: typeof endlevel === 'number' ? endlevel : contentsDefaults.stop,
    isOrdered: ordered === true,
  };
}
