/**
 * Intended differences from Hugo and the reveal-hugo theme, and how to detect whether they affect a site. One row each;
 * docs/from-hugo.md#intended-differences lists them all.
 */
import type { Difference } from './examination.ts';
import { builtIn, deckWith, hasTwice, isCompiled, videosOf, warning, withFeature } from './finders.ts';
import { finding, findApplying, type Row, type Subject, surveyed } from './rows.ts';
import { FONT_RE, GOOGLE_FONTS, ADJUSTED_THEMES, NEWER_STYLES_RE } from './theme-lists.ts';

/** Every difference that there is on purpose. */
export const differences: readonly Row[] = [
  {
    id: 'theme-tolerated',
    says: 'Decks are built even if a theme of the site is missing; Hugo stops.',
    find: finding('theme-missing'),
  },
  {
    id: 'theme-not-compiled',
    says: 'A custom theme that does not compile is replaced by a theme of reveal.js, with a warning; Hugo stops.',
    find: warning('scss-invalid'),
  },
  {
    id: 'page-left-out',
    says: 'A page that is not a deck is skipped with a warning when it fails; Hugo stops.',
    find: ({ leftOut }) => leftOut.map((file) => ({ file, line: 1, column: 1 })),
  },
  {
    id: 'deck-address',
    says: 'A page or alias with the address of a deck does not replace the deck; with Hugo, one overwrites the other.',
    find: warning('output-conflict'),
  },
  {
    id: 'key-repeated',
    says: 'The last of duplicate YAML keys is used; Hugo 0.160 and later stop.',
    find: finding('key-repeated'),
  },
  {
    id: 'break-under-shortcode',
    says: 'A row of dashes right below a shortcode starts a slide; Hugo turns the shortcode into a heading.',
    find: finding('break-under-shortcode'),
  },
  {
    id: 'shortcode-closed',
    says: 'An unclosed shortcode ends with its slide or file; Hugo stops.',
    find: warning('shortcode-unclosed'),
  },
  {
    id: 'slide-twice',
    says: 'A second slide shortcode on a slide starts a new slide; the theme leaves a <section> open.',
    find: finding('slide-twice'),
  },
  {
    id: 'text-before-slide',
    says: 'Text before a slide shortcode is on its slide; the theme shows it over all slides.',
    find: finding('text-before-slide'),
  },
  {
    id: 'fragment-in-place',
    says: 'A fragment in a list item, heading, quote or table of a section stays in place; Hugo moves it to the end and leaves an empty element.',
    find: surveyed('fragment-in-place'),
  },
  {
    id: 'commented-shortcode',
    says: 'Shortcodes in HTML comments do not run; Hugo runs them and puts their output into the comment.',
    find: surveyed('commented-shortcode'),
  },
  {
    id: 'empty-slide',
    says: 'Slide breaks with nothing between them do not create a slide; the theme shows an empty one.',
    find: surveyed('empty-slide'),
  },
  {
    id: 'html-kept',
    says: 'Raw HTML is kept unless the site sets unsafe = false; Hugo drops it unless the site sets unsafe = true.',
    find: (subject) => (subject.site.config.markup.unsafe === undefined ? surveyed('raw-html')(subject) : []),
  },
  {
    id: 'slide-in-section',
    says: 'A slide shortcode in a section keeps its attributes; Hugo drops them as raw HTML unless the site sets unsafe = true.',
    find: (subject) =>
      subject.site.config.markup.unsafe === true ? [] : surveyed('slide-in-section')(subject),
  },
  {
    id: 'html-as-text',
    says: 'Unknown tags such as <name> are shown as text; browsers show nothing.',
    find: finding('html-unknown-element'),
  },
  {
    id: 'code-lines',
    says: 'Highlighted lines of code work; Hugo drops them, stops at them, or adds them to the name of the language.',
    find: surveyed('code-lines'),
  },
  {
    id: 'code-colours',
    says: "Code has the colours of the site's style, and highlight.js tokenizes it; Hugo's Chroma has more token types, so some colours differ.",
    find: surveyed('code'),
  },
  {
    id: 'code-in-html',
    says: 'Code in <pre><code> is highlighted at build time, its inline elements are kept, and <T> in it is text; with the theme, browsers parse <T> as a tag before highlighting.',
    find: surveyed('code-in-html'),
  },
  {
    id: 'markdown-in-html',
    says: 'A section with data-markdown is read as one text, including empty lines, and its stacks are next to the other slides; Hugo reads what follows the first empty line, and browsers the rest.',
    find: surveyed('markdown-in-html'),
  },
  {
    id: 'contrast',
    says: 'Links with too little contrast to their background are made lighter or darker; the theme leaves them hard to read.',
    find: deckWith((_, { style: { theme } }) => ADJUSTED_THEMES.includes(theme)),
  },
  {
    id: 'own-fonts',
    says: 'The fonts of a theme are published with the deck; reveal-hugo loads them from Google, or not at all for a custom theme, and fallback fonts are shown.',
    find: deckWith(
      (_, { style: { theme }, files }) =>
        GOOGLE_FONTS.includes(theme) || files.published.some(({ path }) => FONT_RE.test(path)),
    ),
  },
  {
    id: 'code-style',
    says: 'Code has the colours of a newer style of highlight.js; reveal-hugo has no file of that name and shows code without colours.',
    find: deckWith((_, { style: { highlightTheme = '' } }) => NEWER_STYLES_RE.test(highlightTheme)),
  },
  {
    id: 'centred-slides',
    says: "Slides are centred by reveal.js 6, up to 8 pixels higher than by 5.1 in the theme, which the site's own stylesheets may rely on.",
    find: deckWith(
      ({ params: { options, customTheme, customCss } }) =>
        options['center'] !== false && (customTheme !== undefined || customCss.length > 0),
    ),
  },
  {
    id: 'footnotes',
    says: 'Footnotes are on the slide that refers to them; with Hugo, the rule before them splits the last slide.',
    find: surveyed('footnote'),
  },
  {
    id: 'heading-id',
    says: 'Ids of headings with a shortcode are made from its text; Hugo leaves an internal placeholder in them.',
    find: surveyed('heading-shortcode'),
  },
  {
    id: 'template-class',
    says: 'The classes of a slide and its template are joined; the theme writes class twice, and browsers ignore the second.',
    find: surveyed('template-class'),
  },
  {
    id: 'camel-case-option',
    says: 'Options in camelCase reach reveal.js; Hugo writes them in lower case, so they have no effect.',
    find: surveyed('camel-case-option'),
  },
  {
    id: 'old-style-path',
    says: 'SCSS themes that import reveal-js/css/theme are compiled; newer versions of reveal-hugo have no such folder, and Hugo stops.',
    find: (subject) =>
      surveyed('old-style-path')(subject).filter((position) => isCompiled(position, subject)),
  },
  {
    id: 'markdown-section',
    says: 'A markdown shortcode leaves no stray </section>; the theme writes one too many.',
    find: builtIn('markdown'),
  },
  {
    id: 'plugin-by-path',
    says: 'Scripts listed in plugins by path only are run; the theme lists a name that does not exist, and the deck stays empty.',
    find: deckWith(({ params }) => params.plugins.some(({ isOptional }) => isOptional)),
  },
  {
    id: 'formulas',
    says: 'Formulas are rendered at build time, and only decks with formulas have their fonts; the theme loads MathJax in the browser.',
    find: withFeature('math', 'formula'),
  },
  {
    id: 'diagrams',
    says: 'mermaid is published with the decks that have a diagram; the theme loads it from another host, on all decks.',
    find: withFeature('mermaid', 'diagram'),
  },
  {
    id: 'print-numbers',
    says: 'Pages of the print view have the numbers of their slides on the screen; reveal.js counts pages.',
    find: deckWith(({ params }) => Boolean(params.options['slideNumber'])),
  },
  {
    id: 'notes-of-steps',
    says: 'Notes next to the slides are those of the current step, and all of them are printed; reveal.js omits the notes of fragments.',
    find: deckWith(({ params }) => Boolean(params.options['showNotes'])),
  },
  {
    id: 'video-flags',
    says: 'Consecutive slides with the same background video each have their own loop and muted; reveal.js keeps those of the first.',
    find: deckWith(({ sections }) => hasTwice(sections.flatMap(videosOf))),
  },
  {
    id: 'drawings',
    says: "ASCII diagrams are drawn at the size of the slide's text; in Hugo's, characters are too large and overlap.",
    find: surveyed('drawing'),
  },
  {
    id: 'own-host',
    says: 'Scripts are loaded from the site itself, and *_cdn has no effect; the theme loads them from another host.',
    find: finding('param-ignored'),
  },
  {
    id: 'network-card',
    says: 'Embedded posts are links with their address; Hugo fetches them, or stops.',
    find: finding('shortcode-network'),
  },
  {
    id: 'addresses',
    says: "Relative and canonical URLs are written to reveal.js's attributes, too; Hugo leaves these unchanged.",
    find: ({ site: { config } }) => (config.relativeURLs || config.canonifyURLs ? [undefined] : []),
  },
  {
    id: 'list-of-decks',
    says: 'A list of the decks is written at the root of the site; the theme writes no page there.',
    find: ({ hasList }) => (hasList ? [undefined] : []),
  },
  {
    id: 'no-feeds',
    says: 'RSS feeds and tag pages are not written; Hugo writes them.',
    find: ({ site }) => (FEEDS.some((kind) => !site.config.disableKinds.includes(kind)) ? [undefined] : []),
  },
];

/** Kinds of pages that only Hugo writes, unless disableKinds excludes them. */
const FEEDS: readonly string[] = ['rss', 'taxonomy', 'term'];

/** Finds the differences that affect a site, with their first position; none for a site without decks. */
export function findDifferences(subject: Subject): readonly Difference[] {
  return subject.decks.length === 0 ? [] : findApplying(differences, subject);
}
