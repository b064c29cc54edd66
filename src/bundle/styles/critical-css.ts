/**
 * Decides which decks inline the critical CSS of their first slide. Their stylesheet is then loaded after the slides, so
 * nothing in the deck may depend on its position in the head.
 */
import type { Files } from '../../files.ts';
import type { Site } from '../../pipeline.ts';
import type { DeckFiles, ReadyDeck, Section } from '../../types.ts';

/** Elements with CSS of the author, which must come after that of the theme. */
const STYLE_TAGS = ['style', 'link'];

/** Classes that need the full stylesheet. */
const DEFERRED_RE = /^(?:code-wrapper|code-inline|hljs|katex)\b/;

/** Templates of slide content, which don't change the page around it. */
const SLIDE_TEMPLATE_RE = /(?:^|\/)(?:_?shortcodes|_markup|partials\/reveal-hugo)\//;

/** Whether a deck can inline critical CSS, if its theme is one of reveal.js and the site has no base template. */
export function canInlineCriticalCss({ rendered, scripts, files }: Omit<ReadyDeck, 'style'>): boolean {
  const { sections, slotFacts, params } = rendered;
  const { embedded, disableLayout } = params.options;
  return (
    scripts === 'module' &&
    !embedded &&
    !disableLayout &&
    !hasStyles(files) &&
    ![slotFacts, ...sections.map(({ facts }) => facts)].some(({ tags }) =>
      STYLE_TAGS.some((name) => tags.has(name)),
    ) &&
    ![...(sections.find(isShown)?.facts.classes ?? [])].some((name) => DEFERRED_RE.test(name))
  );
}

const isShown = ({ facts }: Section): boolean => !facts.own.isHidden;

function hasStyles({ styles, pluginStyles }: DeckFiles): boolean {
  return styles.length + pluginStyles.length > 0;
}

/** Creates a check for sites with templates of the page around the slides. Results are cached by site. */
export function createBaseTemplateCheck(files: Files): (site: Site) => boolean {
  const known = new WeakMap<Site, boolean>();
  return (site) => {
    const found = known.get(site) ?? hasBaseTemplate(site, files);
    known.set(site, found);
    return found;
  };
}

function hasBaseTemplate({ config }: Site, files: Files): boolean {
  const folders = config.mounts.filter(({ component }) => component === 'layouts');
  const names = folders.flatMap(({ source }) => files.list(source).map((file) => file.slice(source.length)));
  return names.some((name) => !SLIDE_TEMPLATE_RE.test(name));
}
