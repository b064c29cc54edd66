/** Finds the parts of the look that a deck uses: their stylesheets are loaded only with decks that need them. */
import {
  hasOwnTheme,
  type LookPart,
  lookParts,
  type RenderedDeck,
  type Section,
  type SlideFacts,
} from '../../types.ts';

/** How it is known that a deck uses a part. */
const uses: Readonly<Record<LookPart, (deck: RenderedDeck) => boolean>> = {
  footer: ({ footer }) => footer !== undefined,
  layouts: ({ sections }) => sections.some((section) => slidesOf(section).some(hasLayout)),
  pictures: ({ sections }) => sections.some(({ facts }) => facts.classes.has('deck-fit')),
  callouts: ({ params, sections }) => hasOwnTheme(params) && sections.some(hasCallout),
  diagrams: ({ params, features }) => hasOwnTheme(params) && features.includes('mermaid'),
  'section-progress': ({ params }) => params.sectionProgress !== undefined,
  toc: ({ sections }) => sections.some(({ facts }) => facts.classes.has('deck-toc')),
  read: ({ params: { phoneView, options } }) =>
    phoneView === 'read' && !options['embedded'] && !options['disableLayout'],
};

/** Lists the parts that a deck uses, in a fixed order. */
export function findLookParts(deck: RenderedDeck): readonly LookPart[] {
  return lookParts.filter((part) => uses[part](deck));
}

/** Lists the layouts of slides in a deck, sorted. */
export function findLayouts({ sections }: RenderedDeck): readonly string[] {
  const names = sections.flatMap((section) =>
    slidesOf(section).flatMap(({ tag }) => tag.attributes['data-layout'] ?? []),
  );
  return [...new Set(names)].sort();
}

const slidesOf = ({ facts }: Section): readonly SlideFacts[] => [facts.own, ...facts.children];

const hasLayout = ({ tag }: SlideFacts): boolean => 'data-layout' in tag.attributes;

const hasCallout = ({ html }: Section): boolean => html.includes('class="callout ');
