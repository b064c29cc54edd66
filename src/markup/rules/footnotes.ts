/**
 * `[^1]` and `[^1]: text`. Hugo collects footnotes after a rule at the end of the file, and that rule splits the deck;
 * here each slide ends with its own footnotes, in Hugo's markup, and one that is used on two slides is on both.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import type { MarkupConfig } from '../../types.ts';
import { isSlideBreak } from '../slides/slide-break.ts';

/** Data of a token of markdown-it-footnote; we add the slide that it is on. */
interface FootnoteMeta {
  /** The number of the footnote in the text, counted from 0. */
  readonly id: number;
  /** The number of the reference to the footnote, counted from 0. */
  readonly subId: number;
  readonly label: string;
  /** How many slides before this one have the same footnote. */
  slide: number;
}

/** The content of each footnote, by its label. */
type Definitions = ReadonlyMap<string, readonly Token[]>;

export function footnotes(markdown: MarkdownIt, config: MarkupConfig): void {
  const { footnoteBacklink: backlink } = config;
  if (backlink === undefined) return;
  markdown.use(footnote);
  // Goldmark has no inline footnotes.
  markdown.inline.ruler.disable('footnote_inline');
  markdown.core.ruler.at('footnote_tail', placeFootnotes);
  Object.assign(markdown.renderer.rules, {
    footnote_ref: (tokens: readonly Token[], index: number) => {
      const meta = metaOf(tokens[index]);
      return `<sup id="${referenceId(meta)}"><a class="footnote-ref" href="#${noteId(meta)}" role="doc-noteref">${meta.id + 1}</a></sup>`;
    },
    footnote_block_open: () => '<div class="footnotes" role="doc-endnotes">\n<ol>\n',
    footnote_block_close: () => '</ol>\n</div>\n',
    footnote_open: (tokens: readonly Token[], index: number) => {
      const token = tokens[index];
      const value = token?.attrGet('value');
      return `<li id="${noteId(metaOf(token))}"${value ? ` value="${value}"` : ''}>\n`;
    },
    footnote_close: () => '</li>\n',
    footnote_anchor: (tokens: readonly Token[], index: number) =>
      `&#160;<a class="footnote-backref" href="#${referenceId(metaOf(tokens[index]))}" role="doc-backlink">${backlink}</a>`,
  });
}

const metaOf = (token: Token | undefined): FootnoteMeta => token?.meta as unknown as FootnoteMeta;

/** Hugo numbers all references but the first; slides are numbered the same way. */
const referenceId = ({ id, subId }: FootnoteMeta): string => `fnref${subId || ''}:${id + 1}`;
const noteId = ({ id, slide }: FootnoteMeta): string => `fn${slide || ''}:${id + 1}`;

/** Removes the definitions from the text, and adds a list of those that a slide refers to at its end. */
function placeFootnotes(state: StateCore): void {
  const { text, definitions } = takeDefinitions(state.tokens);
  if (definitions.size === 0) return;
  const slidesWith = new Map<number, number>();
  state.tokens = splitAtBreaks(text).flatMap((slide) => {
    const references = referencesOn(slide, definitions);
    const notes = groupById(references);
    for (const [id, ofNote] of notes) {
      const before = slidesWith.get(id) ?? 0;
      for (const reference of ofNote) reference.slide = before;
      slidesWith.set(id, before + 1);
    }
    return [...slide, ...createList(state, notes, definitions)];
  });
}

function takeDefinitions(tokens: readonly Token[]): { text: Token[]; definitions: Definitions } {
  const text: Token[] = [];
  const definitions = new Map<string, Token[]>();
  let current = text;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      current = [];
      definitions.set(metaOf(token).label, current);
    } else if (token.type === 'footnote_reference_close') current = text;
    else current.push(token);
  }
  return { text, definitions };
}

/** Splits tokens at slide breaks; each part but the first begins with the break before it. */
function splitAtBreaks(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isSlideBreak(token)) parts.push([token]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The references in a text, and those in the footnotes that it refers to. */
function referencesOn(tokens: readonly Token[], definitions: Definitions): FootnoteMeta[] {
  const found = tokens
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'footnote_ref');
  const references = found.map(metaOf);
  const seen = new Set<string>();
  for (const { label } of references) {
    if (seen.has(label)) continue;
    seen.add(label);
    const inside = (definitions.get(label) ?? []).flatMap(({ children }) => children ?? []);
    for (const token of inside) if (token.type === 'footnote_ref') references.push(metaOf(token));
  }
  return references;
}

/** References by the footnotes that they refer to. */
type NoteReferences = ReadonlyMap<number, readonly FootnoteMeta[]>;

function groupById(references: readonly FootnoteMeta[]): NoteReferences {
  const groups = new Map<number, FootnoteMeta[]>();
  for (const reference of references) {
    const group = groups.get(reference.id);
    if (group) group.push(reference);
    else groups.set(reference.id, [reference]);
  }
  return groups;
}

function createList(state: StateCore, notes: NoteReferences, definitions: Definitions): Token[] {
  if (notes.size === 0) return [];
  const create = (type: string, nesting: 1 | 0 | -1, meta?: FootnoteMeta): Token =>
    Object.assign(new state.Token(type, '', nesting), { meta });
  const items = [...notes]
    .sort(([a], [b]) => a - b)
    .flatMap(([id, references], n) => {
      const note = references.at(-1) as FootnoteMeta;
      const open = create('footnote_open', 1, note);
      // A list counts its items from 1; a footnote keeps its number on every slide.
      if (id !== n) open.attrSet('value', id + 1);
      const content = [...(definitions.get(note.label) ?? [])];
      const end = content.at(-1)?.type === 'paragraph_close' ? content.splice(-1) : [];
      const links = references.map((meta) => create('footnote_anchor', 0, meta));
      return [open, ...content, ...links, ...end, create('footnote_close', -1)];
    });
  return [create('footnote_block_open', 1), ...items, create('footnote_block_close', -1)];
}
