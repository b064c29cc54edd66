/**
 * Decides which decks inline the critical CSS of their first slide. Their stylesheet is then loaded after the slides, so
 * nothing in the deck may depend on its position in the head.
 */
import { isShownSection } from '../../shown-slides.ts';
import type { DeckFiles, ReadyDeck, Section } from '../../types.ts';

/** Elements with CSS of the author, which must come after that of the theme. */
const STYLE_TAGS = ['style', 'link'];

/** Classes that need the full stylesheet. */
const DEFERRED_RE = /^(?:code-wrapper|code-inline|hljs|katex)\b/;

/** Whether a deck can inline critical CSS, if its theme is one of reveal.js. */
export function canInlineCriticalCss({ rendered, scripts, files }: Omit<ReadyDeck, 'style'>): boolean {
  const { sections, slotFacts, params } = rendered;
  const { embedded, disableLayout } = params.options;
  return (
    scripts === 'module' &&
    !rendered.hasOwnPage &&
    !embedded &&
    !disableLayout &&
    !hasStyles(files) &&
    ![slotFacts, ...sections.map(({ facts }) => facts)].some(({ tags }) =>
      STYLE_TAGS.some((name) => tags.has(name)),
    ) &&
    ![...(sections.find(isShown)?.facts.classes ?? [])].some((name) => DEFERRED_RE.test(name))
  );
}

const isShown = ({ facts }: Section): boolean => isShownSection(facts);

function hasStyles({ styles, pluginStyles }: DeckFiles): boolean {
  return styles.length + pluginStyles.length > 0;
}
