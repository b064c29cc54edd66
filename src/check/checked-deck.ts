/** What is known of a deck before it is opened: its slides as reveal.js counts them, and where their texts are. */
import type { SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { RenderedDeck, SectionFacts, Slide, SlideFacts } from '../types.ts';
import { deckName } from './select.ts';
import type { CheckedDeck, CheckedSlide } from './types.ts';

/** The files of a site, for pages that are not of the deck, such as templates. */
interface SiteFiles {
  readonly files: Pick<Files, 'read'>;
}

/** Describes a deck for its check. */
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
  const shown = rendered.sections
    .map(({ facts }, index) => ({ facts, source: hasSources ? rendered.slides[index] : undefined }))
    .filter(({ facts }) => !facts.own.isHidden)
    .flatMap(({ facts, source }, h) => describeSection(facts, h, source));
  const slides = withEnds(shown, rendered, read);
  return { address: name.slice(1), name, rendered, slides, hasSources, read };
}

type NewSlide = Omit<CheckedSlide, 'file' | 'start' | 'end'> & { readonly source: Slide | undefined };

function describeSection(
  { own, children }: SectionFacts,
  h: number,
  source: Slide | undefined,
): readonly NewSlide[] {
  if (children.length === 0) return [describeSlide(own, { h, v: 0, number: String(h + 1), source })];
  return children
    .map((child, index) => ({ child, source: source?.slides[index] ?? source }))
    .filter(({ child }) => !child.isHidden)
    .map(({ child, source }, v) => describeSlide(child, { h, v, number: `${h + 1}.${v + 1}`, source }));
}

function describeSlide(
  { tag: { attributes }, heading, notes }: SlideFacts,
  rest: Pick<NewSlide, 'h' | 'v' | 'number' | 'source'>,
): NewSlide {
  return {
    ...rest,
    id: attributes['id'] ?? '',
    heading,
    attributes,
    hasNotes: notes.some(({ html }) => html.trim() !== '') || Boolean(attributes['data-notes']?.trim()),
    isUncounted: attributes['data-visibility'] === 'uncounted',
  };
}

/** Adds where the text of each slide is: it ends where the next one in its file begins. */
function withEnds(
  slides: readonly NewSlide[],
  { slides: all, deck: { head } }: RenderedDeck,
  read: (file: string) => SourceFile,
): readonly CheckedSlide[] {
  const positions = all.flatMap((slide) => [slide, ...slide.slides]).map(({ position }) => position);
  return slides.map(({ source, ...slide }) => {
    const file = source?.position.file ?? head.source.path;
    const start = source?.position.offset ?? head.bodyOffset;
    const later = positions
      .filter((one) => one.file === file && one.offset > start)
      .map(({ offset }) => offset);
    const end = source ? Math.min(...later, read(file).text.length) : read(file).text.length;
    return { ...slide, file, start, end };
  });
}
