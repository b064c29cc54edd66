/** Reads the facts about sections as slides with their tags, as reveal.js shows them. */
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
  /** The numbers that reveal.js shows, from 1; the second one is 0 outside of stacks. */
  readonly numbers: readonly [section: number, child: number];
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
  read(deck: Pick<RenderedDeck, 'deck' | 'sections'>): DeckSlides;
  /** Reads what is around the slides. */
  readSlots(facts: SlotFacts): LintedSlide;
}

/** The content of a section: what it has of its own, and that of its slides if it is a stack. */
interface SectionContent {
  readonly own: SlideContent;
  readonly children: readonly SlideContent[];
}

export function createSlideReader(): SlideReader {
  const decks = new Map<string, LastRead>();
  return {
    read({ deck: { outputPath }, sections }) {
      const last = decks.get(outputPath);
      if (last?.sections === sections) return last.slides;
      const contents = readSections(sections, last);
      const slides = listSlides(sections, contents);
      decks.set(outputPath, { sections, contents, slides });
      return slides;
    },
    readSlots: ({ elements }) => ({
      section: undefined,
      child: undefined,
      numbers: [0, 0],
      ...readTags(elements),
    }),
  };
}

/** What was read of a deck. */
interface LastRead {
  readonly sections: readonly Section[];
  readonly contents: readonly SectionContent[];
  readonly slides: DeckSlides;
}

function readSections(sections: readonly Section[], last: LastRead | undefined): readonly SectionContent[] {
  if (!last) return sections.map(readSection);
  const known = new Map(last.contents.map((content, n) => [last.sections[n], content]));
  return sections.map((section) => known.get(section) ?? readSection(section));
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

/** Adds the tag of the section, which is among the tags only if it has an id. */
function withSection({ tag }: SlideFacts, tags: readonly TagFacts[]): readonly TagFacts[] {
  return tags[0]?.start === tag.start ? tags : [tag, ...tags];
}

function readTags(all: readonly TagFacts[]): SlideContent {
  const tags = all.some(isInert) ? all.filter((tag) => !isInert(tag)) : all;
  const addresses: UsedAddress[] = [];
  let counts: Map<string, number> | undefined;
  for (const tag of tags)
    for (const { kind, address } of readAddressUses(tag)) {
      counts ??= new Map();
      const nth = counts.get(address) ?? 0;
      counts.set(address, nth + 1);
      addresses.push({ kind, address, tag, nth });
    }
  return { tags, addresses };
}

const isInert = ({ within }: TagFacts): boolean => within === 'inert';

function listSlides(sections: readonly Section[], contents: readonly SectionContent[]): DeckSlides {
  const shown: LintedSlide[] = [];
  const hidden: LintedSlide[] = [];
  let number = 0;
  for (const [section, { own, children }] of contents.entries()) {
    const facts = sections[section]?.facts;
    const isHidden = facts?.own.isHidden === true;
    if (!isHidden) number++;
    // What a stack has of its own, such as its background, comes before its slides.
    (isHidden ? hidden : shown).push({ section, child: undefined, numbers: [number, 0], ...own });
    let below = 0;
    for (const [child, content] of children.entries()) {
      const isLost = isHidden || facts?.children[child]?.isHidden === true;
      if (!isLost) below++;
      (isLost ? hidden : shown).push({ section, child, numbers: [number, below], ...content });
    }
  }
  return { shown, hidden };
}
