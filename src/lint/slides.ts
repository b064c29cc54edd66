/** Reads the facts about sections as slides with their tags, as reveal.js shows them. */
import { isShownSection } from '../shown-slides.ts';
import type { RenderedDeck, Section, SlideFacts, SlotFacts, TagFacts } from '../types.ts';
import { type AddressUse, readAddressUses } from './address-uses.ts';

/** The tags and addresses of a slide, or of the HTML around the slides. */
export interface SlideContent {
  /** Tags with ids or addresses, after `<section>`. */
  readonly tags: readonly TagFacts[];
  readonly addresses: readonly UsedAddress[];
}

/** A slide, or the HTML around the slides. */
export interface LintedSlide extends SlideContent {
  /** The index of its section, from 0; `undefined` for what is around the slides. */
  readonly section: number | undefined;
  /** The index in its stack, from 0; `undefined` for what a stack has of its own, and for other slides. */
  readonly child: number | undefined;
  /** The number that reveal.js shows, from 1; of a slide in a stack, that of the stack. */
  readonly number: number;
  /** The number in its stack, from 1; 0 outside of stacks. */
  readonly numberInStack: number;
}

/** An address, with the number of equal ones before it on the slide. */
export interface UsedAddress extends AddressUse {
  readonly nth: number;
}

/** The slides of a deck that have something to check. */
export interface DeckSlides {
  readonly shown: readonly LintedSlide[];
  /** Slides that reveal.js removes. */
  readonly hidden: readonly LintedSlide[];
}

/** Reads the slides of decks. A section that has not changed since the last time is not read again. */
export interface SlideReader {
  read(deck: Pick<RenderedDeck, 'sections'>): DeckSlides;
  /** Reads what is around the slides. */
  readSlots(facts: SlotFacts): LintedSlide;
}

/** The content of a section: what it has of its own, and that of its slides if it is a stack. */
interface SectionContent {
  readonly own: SlideContent;
  readonly children: readonly SlideContent[];
}

export function createSlideReader(): SlideReader {
  // Weak, so that a build which drops the sections that it has written doesn't keep them for the checks.
  const contents = new WeakMap<Section, SectionContent>();
  const decks = new WeakMap<readonly Section[], DeckSlides>();
  const contentOf = (section: Section): SectionContent => {
    const content = contents.get(section) ?? readSection(section);
    contents.set(section, content);
    return content;
  };
  return {
    read({ sections }) {
      const slides = decks.get(sections) ?? listSlides(sections, sections.map(contentOf));
      decks.set(sections, slides);
      return slides;
    },
    readSlots: ({ elements }) => ({
      section: undefined,
      child: undefined,
      number: 0,
      numberInStack: 0,
      ...readTags(elements),
    }),
  };
}

function readSection({ facts: { own, children, elements } }: Section): SectionContent {
  if (children.length === 0) return { own: readTags(withSection(own, elements)), children: [] };
  const ofChildren: TagFacts[][] = children.map(() => []);
  const between: TagFacts[] = [];
  let n = 0;
  for (const tag of elements) {
    while (tag.start >= (children[n]?.end ?? Infinity)) n++;
    const isInChild = tag.start >= (children[n]?.tag.start ?? Infinity);
    (isInChild ? ofChildren[n] : between)?.push(tag);
  }
  return {
    own: readTags(withSection(own, between)),
    children: children.map((slide, child) => readTags(withSection(slide, ofChildren[child] ?? []))),
  };
}

/** Adds the tag of the section if it has attributes; it is among the tags only if it has an id. */
function withSection({ tag }: SlideFacts, tags: readonly TagFacts[]): readonly TagFacts[] {
  const isKnown = tags[0]?.start === tag.start;
  return isKnown || !hasAttributes(tag) ? tags : [tag, ...tags];
}

function hasAttributes({ attributes }: TagFacts): boolean {
  for (const name in attributes) return name !== '';
  return false;
}

const EMPTY: SlideContent = { tags: [], addresses: [] };

function readTags(all: readonly TagFacts[]): SlideContent {
  if (all.length === 0) return EMPTY;
  const tags = all.some(isInert) ? all.filter((tag) => !isInert(tag)) : all;
  const addresses: UsedAddress[] = [];
  for (const tag of tags)
    for (const { kind, address } of readAddressUses(tag)) addresses.push({ kind, address, tag, nth: 0 });
  return { tags, addresses: addresses.length > 1 ? countEqual(addresses) : addresses };
}

function countEqual(addresses: readonly UsedAddress[]): readonly UsedAddress[] {
  const counts = new Map<string, number>();
  return addresses.map((use) => {
    const nth = counts.get(use.address) ?? 0;
    counts.set(use.address, nth + 1);
    return nth === 0 ? use : { ...use, nth };
  });
}

const isInert = ({ within }: TagFacts): boolean => within === 'inert';

function listSlides(sections: readonly Section[], contents: readonly SectionContent[]): DeckSlides {
  const shown: LintedSlide[] = [];
  const hidden: LintedSlide[] = [];
  let number = 0;
  for (const [section, { own, children }] of contents.entries()) {
    const facts = sections[section]?.facts;
    const isHidden = facts !== undefined && !isShownSection(facts);
    if (!isHidden) number++;
    // What a stack has of its own, such as its background, comes before its slides.
    const { tags, addresses } = own;
    const list = isHidden ? hidden : shown;
    if (tags.length > 0) list.push({ section, child: undefined, number, numberInStack: 0, tags, addresses });
    let numberInStack = 0;
    for (const [child, { tags, addresses }] of children.entries()) {
      const isLost = isHidden || facts?.children[child]?.isHidden === true;
      if (!isLost) numberInStack++;
      if (tags.length === 0) continue;
      (isLost ? hidden : shown).push({ section, child, number, numberInStack, tags, addresses });
    }
  }
  return { shown, hidden };
}
