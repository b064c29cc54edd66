/** Finds what a rule has found in HTML in the author's files. */
import { decodeAddress } from '../decode-escapes.ts';
import type { SourceFile } from '../diagnostics.ts';
import { escapeHtml } from '../escape-html.ts';
import { countUpTo } from '../line-index.ts';
import type { Position, RenderedDeck, Slide, SourceLocation } from '../types.ts';
import type { SlidePlace } from './rule.ts';

/** Reads a file of the author; `undefined` if it is no text. */
export type ReadSource = (file: string) => SourceFile | undefined;

/** A part of a file. */
interface SourceRange {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
}

/**
 * Creates a function that finds values of a deck's HTML in its sources: in the text of the slide, or else in the only
 * layout, template or data file that has it. A value that is in neither, because it was put together, is located at the
 * start of its slide.
 */
export function createLocator(deck: RenderedDeck, read: ReadSource): (place: SlidePlace) => SourceLocation {
  // Most decks have no finding.
  let known: Ranges | undefined;
  const ranges = (): Ranges => (known ??= createRanges(deck, read));
  let others: readonly SourceRange[] | undefined;
  const findOthers = (): readonly SourceRange[] => (others ??= listOthers(deck, read));
  return ({ slide: { section, child }, words, nth = 0, isId = false }) => {
    const own = section === undefined ? [] : ranges().ofSlide(section, child);
    if (words !== undefined) {
      const id = isId ? (findId(words, own, nth) ?? findId(words, findOthers(), nth)) : undefined;
      const found =
        id ?? findWords(words, own, nth) ?? findWords(words, findOthers(), 0) ?? findName(words, own);
      if (found) return found;
    }
    const [range] = own.length > 0 ? own : ranges().ofSlide(0, undefined);
    return range ? { source: range.source, offset: firstWord(range) } : {};
  };
}

/** The files of a deck that are no pages: layouts, templates, data. */
function listOthers({ deck, usedFiles }: RenderedDeck, read: ReadSource): readonly SourceRange[] {
  const pages = new Set(deck.pages.map(({ source }) => source.path));
  return usedFiles.filter((file) => !pages.has(file)).flatMap((file) => wholeFile(read(file)));
}

const wholeFile = (source: SourceFile | undefined): readonly SourceRange[] =>
  source ? [{ source, start: 0, end: source.text.length }] : [];

/** The sources of slides. */
interface Ranges {
  /** The source of a slide; `child` is undefined for what a stack has of its own. */
  ofSlide(section: number, child: number | undefined): readonly SourceRange[];
}

function createRanges({ deck, slides, sections }: RenderedDeck, read: ReadSource): Ranges {
  // A template of the site that writes the sections may leave some out.
  if (slides.length !== sections.length) {
    const all = deck.pages.map(({ source, bodyOffset }) => ({
      source,
      start: bodyOffset,
      end: source.text.length,
    }));
    return { ofSlide: () => all };
  }
  const starts = listStarts(slides);
  const positionOf = (section: number, child: number | undefined): Position | undefined => {
    const slide = slides[section];
    const isStack = slide?.slides.length === sections[section]?.facts.children.length;
    return (isStack && child !== undefined ? slide?.slides[child] : slide)?.position;
  };
  return {
    ofSlide(section, child) {
      const { file, offset } = positionOf(section, child) ?? { file: '', offset: 0 };
      const source = read(file);
      if (!source) return [];
      const ofFile = starts.get(file) ?? [];
      const end = ofFile[countUpTo(ofFile, offset)] ?? source.text.length;
      return [{ source, start: offset, end }];
    },
  };
}

/** The offsets at which slides start, in order, by file. */
function listStarts(slides: readonly Slide[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  const add = ({ position: { file, offset }, slides: children }: Slide): void => {
    const list = starts.get(file);
    if (list) list.push(offset);
    else starts.set(file, [offset]);
    children.forEach(add);
  };
  slides.forEach(add);
  for (const list of starts.values()) list.sort((a, b) => a - b);
  return starts;
}

/** Finds a value in any way in which an author may have written it. */
function findWords(
  words: string,
  ranges: readonly SourceRange[],
  nth: number,
  edges = ADDRESS_EDGES,
): SourceLocation | undefined {
  for (const form of new Set([
    words,
    decodeAddress(words),
    encodeURI(decodeAddress(words)),
    escapeHtml(words),
  ]))
    for (const range of ranges) {
      const offset = findNth(form, range, { nth, edges });
      if (offset !== undefined) return { source: range.source, offset };
    }
  return undefined;
}

/** What is written before an id where it is set: in HTML and shortcodes, or in attributes of Markdown. */
const BEFORE_ID = ['id="', "id='", 'id=', '{#', ' #'];

/** Finds the place at which an id is set. */
function findId(id: string, ranges: readonly SourceRange[], nth: number): SourceLocation | undefined {
  for (const before of BEFORE_ID) {
    const found = findWords(before + id, ranges, nth);
    if (found) return { ...found, offset: (found.offset ?? 0) + before.length };
  }
  return undefined;
}

const NAME_RE = /([^/?#]+?)(\.[^./?#]*)?(?=\/?(?:[?#].*)?$)/;

/**
 * Finds the name at the end of an address, for a shortcode may have put the folder before it, or the name without its
 * extension in the parameters of a shortcode.
 */
function findName(words: string, ranges: readonly SourceRange[]): SourceLocation | undefined {
  const [name = '', stem = ''] = NAME_RE.exec(words) ?? [];
  if (stem === '') return undefined;
  const [rest = ''] = /[?#].*$/.exec(words) ?? [];
  // Links to content files are resolved.
  const forms = [name + rest, `${name}.md${rest}`, name, `${name}.md`].filter((form) => form !== words);
  const found = forms.reduce<SourceLocation | undefined>(
    (first, form) => first ?? findWords(form, ranges, 0, NAME_EDGES),
    undefined,
  );
  return found ?? findWords(stem, ranges.flatMap(listTags), 0, NAME_EDGES);
}

const TAG_RE = /\{\{[<%].*?[%>]\}\}/gs;

/** The tags of shortcodes in a source. */
function listTags({ source, start, end }: SourceRange): readonly SourceRange[] {
  return [...source.text.slice(start, end).matchAll(TAG_RE)].map(({ index, 0: tag }) => ({
    source,
    start: start + index,
    end: start + index + tag.length,
  }));
}

/** What must not surround a value, for then it would be a part of a longer one. */
interface Edges {
  /** A character before it. */
  readonly before: RegExp;
  /** The two characters after it; a full stop may also end a sentence. */
  readonly after: RegExp;
}

const ADDRESS_EDGES: Edges = { before: /[\w./%-]/, after: /^(?:[\w/%?#&=-]|\.\w)/ };

/** A name is what comes after a folder, and before a query or fragment. */
const NAME_EDGES: Edges = { before: /[\w.%-]/, after: /^(?:[\w/%=-]|\.\w)/ };

/** The offset of a form of a value; of the last one if there are fewer than `nth`. */
function findNth(
  form: string,
  { source: { text }, start, end }: SourceRange,
  { nth, edges }: { readonly nth: number; readonly edges: Edges },
): number | undefined {
  let found: number | undefined;
  let left = nth;
  for (
    let at = text.indexOf(form, start);
    at >= 0 && at + form.length <= end;
    at = text.indexOf(form, at + 1)
  ) {
    if (edges.before.test(text.slice(Math.max(at - 1, 0), at)) && edges.before.test(form.charAt(0))) continue;
    if (edges.after.test(text.slice(at + form.length, at + form.length + 2))) continue;
    found = at;
    if (left-- === 0) break;
  }
  return found;
}

const WORD_RE = /\S/g;

function firstWord({ source, start, end }: SourceRange): number {
  WORD_RE.lastIndex = start;
  const at = WORD_RE.exec(source.text)?.index ?? start;
  return at < end ? at : start;
}
