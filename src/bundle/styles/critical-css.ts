/**
 * Which decks carry the rules of their first slide, so that it is painted before anything else has arrived. Their
 * stylesheet comes behind the slides then, so there must be nothing that counts on its place in the head.
 */
import type { Files } from '../../files.ts';
import type { Site } from '../../pipeline.ts';
import type { DeckFiles, ReadyDeck, Section } from '../../types.ts';

/** Rules of the author in the page, which have to come after those of the theme. */
const STYLE_TAGS = ['style', 'link'];

/** What a first slide needs the whole stylesheet for. */
const DEFERRED_RE = /^(?:code-wrapper|code-inline|hljs|katex)\b/;

/** Templates that fill a slide, and leave the page around it as it is. */
const SLIDE_TEMPLATE_RE = /(?:^|\/)(?:_?shortcodes|_markup|partials\/reveal-hugo)\//;

/** Whether a deck in a theme of reveal.js is one of them, in a site without templates for the page around the slides. */
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

/** Whether a site has templates for the page around the slides; each is looked through once. */
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
