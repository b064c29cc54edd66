/** Reads the HTML of a section in one pass, and gathers all facts that later steps need. */
import { type Edit, applyEdits } from '../html-edits.ts';
import { type EndTag, type HtmlToken, readHtml, type StartTag, VOID_ELEMENTS } from '../html.ts';
import { isHiddenSlide, isNotes } from '../slide-html.ts';
import type { Attributes, Section, SectionFacts, TagContext, TagFacts } from '../types.ts';
import { hasKeptAttribute, HtmlFactsReader } from './html-facts.ts';
import { SlideFactsReader } from './slide-facts.ts';

/** Attributes added to a tag: the edits of the HTML, and all attributes of the tag after them. */
export interface TagChange {
  readonly edits: readonly Edit[];
  readonly attributes: Attributes;
}

/** Returns the attributes to add to a tag; called for every token. */
export type ChangeTag = (token: HtmlToken) => TagChange | undefined;

/** Reads a section with its facts; `changeTag` may add attributes to its tags. */
export function readSection(source: string, changeTag: ChangeTag = () => undefined): Section {
  const reader = new SectionReader(source);
  const edits: Edit[] = [];
  for (const token of readHtml(source)) {
    const change = changeTag(token);
    if (change) edits.push(...change.edits);
    reader.read(token, change);
  }
  const html = applyEdits(source, edits);
  return { html, facts: reader.facts(html) };
}

/** Elements whose text is invisible while scripts run; `annotation` repeats a formula for screen readers. */
const UNSEEN: ReadonlySet<string> = new Set(
  'annotation iframe noembed noframes noscript script style template'.split(' '),
);

/** Why an element is invisible to readers, as speaker notes are; `undefined` for all others. */
function findContext(tag: StartTag): TagContext | undefined {
  if (UNSEEN.has(tag.name)) return 'inert';
  if (isNotes(tag)) return 'notes';
  return tag.attributes['aria-hidden'] === 'true' ? 'hidden' : undefined;
}

/** An element that is skipped until it ends. */
interface Passed {
  readonly name: string;
  /** The number of open elements with this name. */
  depth: number;
  /** The number of open sections in it: the end of a section around it ends it, too. */
  sections: number;
  /** The start offset of speaker notes. */
  readonly notes: number | undefined;
  /** `undefined` for a hidden slide. */
  readonly context: TagContext | undefined;
}

/** Used for HTML without a section. */
const NO_SECTION: TagFacts = { name: 'section', attributes: {}, start: 0, end: 0 };

class SectionReader {
  readonly #source: string;
  readonly #html: HtmlFactsReader;
  readonly #elements: TagFacts[] = [];
  #own = new SlideFactsReader(NO_SECTION);
  #hasOwn = false;
  readonly #children: SlideFactsReader[] = [];
  /** The numbers of open sections, and of open foreign elements (SVG and MathML), in which tags may be self-closing. */
  #depth = 0;
  #foreign = 0;
  #passed: Passed | undefined;
  /** The length that edits have added so far. */
  #shift = 0;

  constructor(source: string) {
    this.#source = source;
    this.#html = new HtmlFactsReader(source);
  }

  read(token: HtmlToken, change: TagChange | undefined): void {
    this.#html.read(token);
    if (token.kind === 'start') this.#open(token, change);
    else if (token.kind === 'end') this.#close(token);
    else if (token.kind === 'text' && !this.#passed) this.#slide.addText(token.text);
  }

  facts(html: string): SectionFacts {
    this.#endPassed(html.length);
    // Name by name: objects that are made by a spread share no shape, and sites have a section for each slide.
    const { tags, classes, characters, scripts } = this.#html.facts();
    return {
      tags,
      classes,
      characters,
      scripts,
      own: this.#own.facts(html),
      children: this.#children.map((child) => child.facts(html)),
      elements: this.#elements,
    };
  }

  /** The slide that text belongs to. */
  get #slide(): SlideFactsReader {
    return (this.#depth > 1 ? this.#children.at(-1) : undefined) ?? this.#own;
  }

  #open(tag: StartTag, change: TagChange | undefined): void {
    const facts = this.#tagFacts(tag, change);
    if (hasKeptAttribute(facts)) this.#elements.push(facts);
    if (isForeign(tag) && !this.#isEmpty(tag)) this.#foreign++;
    if (this.#passed) this.#openPassed(this.#passed, tag);
    else if (tag.name === 'section') this.#openSection(tag, facts);
    else this.#openInSlide(tag, facts);
    this.#slide.addFragment(tag);
  }

  #tagFacts({ name, attributes, start, end }: StartTag, change: TagChange | undefined): TagFacts {
    const before = this.#shift;
    for (const edit of change?.edits ?? []) this.#shift += edit.text.length - (edit.end - edit.start);
    const within = this.#passed?.context ?? (this.#foreign > 0 ? 'foreign' : undefined);
    return {
      name,
      attributes: change?.attributes ?? attributes,
      start: start + before,
      end: end + this.#shift,
      ...(within && { within }),
    };
  }

  #openSection(tag: StartTag, facts: TagFacts): void {
    if (this.#depth > 1 && isHiddenSlide(tag)) return this.#pass(tag);
    this.#depth++;
    if (!this.#hasOwn) this.#own = new SlideFactsReader(facts);
    this.#hasOwn = true;
    if (this.#depth === 2) this.#children.push(new SlideFactsReader(facts));
    this.#slide.addGap(tag.name);
  }

  #openInSlide(tag: StartTag, facts: TagFacts): void {
    const context = findContext(tag);
    if (!context) return this.#slide.open(tag, this.#isEmpty(tag));
    this.#slide.addGap(tag.name, tag.attributes['alt']);
    this.#pass(tag, context, context === 'notes' ? facts.end : undefined);
  }

  #close(tag: EndTag): void {
    if (isForeign(tag)) this.#foreign = Math.max(this.#foreign - 1, 0);
    if (this.#passed && this.#closePassed(this.#passed, tag)) return;
    if (tag.name === 'section') this.#closeSection(tag);
    else this.#slide.close(tag.name);
  }

  #closeSection(tag: EndTag): void {
    if (this.#depth <= 2) this.#slide.end(tag.end + this.#shift);
    this.#depth = Math.max(this.#depth - 1, 0);
    this.#slide.addGap(tag.name);
  }

  #pass(tag: StartTag, context?: TagContext, notes?: number): void {
    if (!this.#isEmpty(tag)) this.#passed = { name: tag.name, depth: 1, sections: 0, notes, context };
  }

  #openPassed(passed: Passed, tag: StartTag): void {
    if (tag.name === passed.name && !this.#isEmpty(tag)) passed.depth++;
    else if (tag.name === 'section') passed.sections++;
  }

  /** Whether the tag closes the skipped element or something in it. */
  #closePassed(passed: Passed, tag: EndTag): boolean {
    if (tag.name === passed.name) passed.depth--;
    else if (tag.name === 'section') passed.sections--;
    if (passed.depth > 0 && passed.sections >= 0) return true;
    this.#endPassed(tag.start + this.#shift);
    return passed.sections >= 0;
  }

  #endPassed(end: number): void {
    const notes = this.#passed?.notes;
    if (notes !== undefined) this.#slide.addNotes(notes, end);
    this.#passed = undefined;
  }

  /** Whether an element has no end tag. */
  #isEmpty(tag: StartTag): boolean {
    if (VOID_ELEMENTS.has(tag.name)) return true;
    return (this.#foreign > 0 || isForeign(tag)) && this.#source[tag.end - 2] === '/';
  }
}

const isForeign = ({ name }: StartTag | EndTag): boolean => name === 'svg' || name === 'math';
