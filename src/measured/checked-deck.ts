/** What is known of a deck without its page: its slides as reveal.js counts them, and where their texts are. */
import { deckName } from '../deck-name.ts';
import type { SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { type NumberedSlide, numberShownSlides } from '../shown-slides.ts';
import type { RenderedDeck, Slide } from '../types.ts';

/** A deck whose slides are measured. */
export interface CheckedDeck {
  /** Address below the base path: `talk/`; empty for the root. */
  readonly address: string;
  /** The name in messages: `/talk/`. */
  readonly name: string;
  readonly rendered: RenderedDeck;
  /** The slides that reveal.js shows, in the order of presentation. */
  readonly slides: readonly CheckedSlide[];
  /** Whether each slide has its text in a page of the author, and not in a template. */
  readonly hasSources: boolean;
  read(this: void, file: string): SourceFile;
}

/** A slide, with its text in the source. */
export interface CheckedSlide {
  readonly h: number;
  readonly v: number;
  /** As the address of the slide counts: `3`, or `3.2` in a stack. */
  readonly number: string;
  readonly id: string;
  readonly heading: string;
  readonly file: string;
  /** Offsets of its text in the file. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hasNotes: boolean;
  readonly isUncounted: boolean;
}

/** The files of a site, for pages that are not of the deck, such as templates. */
interface SiteFiles {
  readonly files: Pick<Files, 'read'>;
}

/** Describes a deck, so that what is measured in its page can be found in its source. */
export function describeDeck(rendered: RenderedDeck, { files }: SiteFiles): CheckedDeck {
  const sources = new Map<string, SourceFile>(rendered.deck.pages.map(({ source }) => [source.path, source]));
  const read = (file: string): SourceFile => {
    const source = sources.get(file) ?? { path: file, text: files.read(file) ?? '' };
    sources.set(file, source);
    return source;
  };
  const name = deckName(rendered.deck);
  // A template of the author may write other sections than the pages have slides.
  const hasSources = rendered.slides.length === rendered.sections.length;
  const sectionSources = new Map(rendered.sections.map((section, n) => [section, rendered.slides[n]]));
  const sourceOf = ({ section, slide }: NumberedSlide): Slide | undefined => {
    const top = hasSources ? sectionSources.get(section) : undefined;
    return top?.slides[section.facts.children.indexOf(slide)] ?? top;
  };
  const shown = numberShownSlides(rendered.sections).map((slide) => describeSlide(slide, sourceOf(slide)));
  const slides = withEnds(shown, rendered, read);
  return { address: name.slice(1), name, rendered, slides, hasSources, read };
}

type NewSlide = Omit<CheckedSlide, 'file' | 'start' | 'end'> & { readonly source: Slide | undefined };

function describeSlide({ h, v, number, slide }: NumberedSlide, source: Slide | undefined): NewSlide {
  const { attributes } = slide.tag;
  return {
    h,
    v,
    number,
    source,
    id: attributes['id'] ?? '',
    heading: slide.heading,
    attributes,
    hasNotes: slide.notes.some(({ html }) => html.trim() !== '') || Boolean(attributes['data-notes']?.trim()),
    isUncounted: attributes['data-visibility'] === 'uncounted',
  };
}

/** Adds where the text of each slide is: it ends where the next one in its file begins. */
function withEnds(
  slides: readonly NewSlide[],
  { slides: all, deck: { head } }: RenderedDeck,
  read: (file: string) => SourceFile,
): readonly CheckedSlide[] {
  const starts = new Map<string, number[]>();
  for (const { position } of all.flatMap((slide) => [slide, ...slide.slides])) {
    const known = starts.get(position.file);
    if (known) known.push(position.offset);
    else starts.set(position.file, [position.offset]);
  }
  for (const offsets of starts.values()) offsets.sort((a, b) => a - b);
  return slides.map(({ source, ...slide }) => {
    const file = source?.position.file ?? head.source.path;
    const start = source?.position.offset ?? head.bodyOffset;
    const next = source && starts.get(file)?.find((offset) => offset > start);
    const end = Math.min(next ?? Infinity, read(file).text.length);
    return { ...slide, file, start, end };
  });
}
