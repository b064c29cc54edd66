/**
 * What deckwright does better than Hugo and the reveal-hugo theme on purpose, and how to see in a site whether it
 * applies. One row each; docs/from-hugo.md#better-on-purpose lists them all.
 */
import type { SiteSurvey } from '../pipeline.ts';
import type { Feature, ReadyDeck, RenderedDeck, Section } from '../types.ts';
import type { Difference } from './examination.ts';
import { finding, findPlaces, type Place, type Row, type Subject, trait } from './rows.ts';
import { spotOf } from './spot-of.ts';
import { FONT_RE, GOOGLE_FONTS, MENDED_THEMES, NEWER_STYLES_RE } from './theme-lists.ts';

const warning =
  (wanted: string): Row['find'] =>
  ({ diagnostics }) =>
    diagnostics.filter(({ code, severity }) => code === wanted && severity === 'warning').map(spotOf);

const deckWith =
  (isWanted: (rendered: RenderedDeck, ready: ReadyDeck) => boolean): Row['find'] =>
  ({ decks }) =>
    decks
      .filter((ready) => isWanted(ready.rendered, ready))
      .map(({ rendered: { deck } }) => ({ file: deck.head.source.path, line: 1, column: 1 }));

const builtIn =
  (wanted: string): Row['find'] =>
  ({ survey }) =>
    survey.shortcodes.flatMap(({ name, owner, uses }) =>
      name === wanted && owner === 'built-in' ? uses : [],
    );

/** By the shortcode of that name, or by what stands in Markdown for it, where a deck has the feature of that name. */
const featured =
  (name: Feature, kind: SiteSurvey['traits'][number]['kind']): Row['find'] =>
  (subject) =>
    subject.decks.some(({ features }) => features.includes(name))
      ? [...builtIn(name)(subject), ...trait(kind)(subject)]
      : [];

/** The videos behind the slides of a section. */
const videosOf = ({ facts: { own, children } }: Section): readonly string[] =>
  [own, ...children].flatMap(({ tag }) => tag.attributes['data-background-video'] || []);

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;

const isCompiled = (place: Place, { decks }: Subject): boolean =>
  decks.some(({ usedFiles }) => place !== undefined && usedFiles.includes(place.file));

/** Every difference that there is on purpose. */
export const differences: readonly Row[] = [
  {
    id: 'theme-tolerated',
    says: 'The decks are built though a theme of the site is not there; Hugo stops until it is fetched.',
    find: finding('theme-missing'),
  },
  {
    id: 'theme-not-compiled',
    says: 'A custom theme that does not compile leaves the deck in one of the themes of reveal.js, with a warning; Hugo stops.',
    find: warning('scss-invalid'),
  },
  {
    id: 'page-left-out',
    says: 'A page that is no deck is left out with a warning when something fails in it; Hugo stops.',
    find: ({ leftOut }) => leftOut.map((file) => ({ file, line: 1, column: 1 })),
  },
  {
    id: 'deck-address',
    says: 'A page or an alias at the address of a deck does not replace the deck; Hugo writes one over the other.',
    find: warning('output-conflict'),
  },
  {
    id: 'key-repeated',
    says: 'Of a key that stands twice in YAML the last one counts; Hugo from 0.160 on stops.',
    find: finding('key-repeated'),
  },
  {
    id: 'break-under-shortcode',
    says: 'A row of dashes right under a shortcode begins a slide; Hugo makes a heading of the shortcode.',
    find: finding('break-under-shortcode'),
  },
  {
    id: 'shortcode-closed',
    says: 'A shortcode that is never closed ends with its slide or its file; Hugo stops.',
    find: warning('shortcode-unclosed'),
  },
  {
    id: 'slide-twice',
    says: 'A second slide shortcode on one slide begins a slide of its own; the theme leaves a <section> open.',
    find: finding('slide-twice'),
  },
  {
    id: 'text-before-slide',
    says: 'Text in front of a slide shortcode is on its slide; the theme lays it over all slides.',
    find: finding('text-before-slide'),
  },
  {
    id: 'fragment-in-place',
    says: 'A fragment in a list item, a heading, a quote or a table of a section stays there; Hugo puts it behind, and leaves an empty place.',
    find: trait('fragment-in-place'),
  },
  {
    id: 'commented-shortcode',
    says: 'Shortcodes in HTML comments do not run; Hugo runs them, and leaves what they write in the comment.',
    find: trait('commented-shortcode'),
  },
  {
    id: 'empty-slide',
    says: 'Breaks with nothing between them make no slide; the theme shows an empty one.',
    find: trait('empty-slide'),
  },
  {
    id: 'html-kept',
    says: 'Raw HTML is kept, as the site does not say unsafe = false; Hugo drops it unless the site says unsafe = true.',
    find: (subject) => (subject.site.config.markup.unsafe === undefined ? trait('raw-html')(subject) : []),
  },
  {
    id: 'slide-in-section',
    says: 'A slide shortcode in a section keeps its attributes; Hugo drops them as raw HTML unless the site says unsafe = true.',
    find: (subject) => (subject.site.config.markup.unsafe === true ? [] : trait('slide-in-section')(subject)),
  },
  {
    id: 'html-as-text',
    says: 'What looks like a tag and is no element, such as <name>, is shown as text; a browser shows nothing.',
    find: finding('html-unknown-element'),
  },
  {
    id: 'code-lines',
    says: 'Lines of code stand out as marked; Hugo drops these marks, stops at them, or leaves them in the name of the language.',
    find: trait('code-lines'),
  },
  {
    id: 'code-colours',
    says: "Code has the colours of the site's style, and highlight.js tells its words apart; Hugo's Chroma tells more kinds of them, so some differ.",
    find: trait('code'),
  },
  {
    id: 'code-in-html',
    says: 'Code in <pre><code> is coloured while the deck is built, marks in it stay, and <T> in it is text; with the theme, browsers read <T> as a tag first and colour what is left.',
    find: trait('code-in-html'),
  },
  {
    id: 'markdown-in-html',
    says: 'A section with data-markdown is one text, empty lines included, and its stacks stand beside other slides; Hugo reads what is behind the first empty line, and browsers read the rest.',
    find: trait('markdown-in-html'),
  },
  {
    id: 'contrast',
    says: 'Links in colours that stand out too little from their ground are a little lighter or darker; the theme leaves them hard to read.',
    find: deckWith((_, { style: { theme } }) => MENDED_THEMES.includes(theme)),
  },
  {
    id: 'own-fonts',
    says: 'The fonts that a theme names come with the deck; reveal-hugo loads them from Google, or not at all for a custom theme, and others stand in.',
    find: deckWith(
      (_, { style: { theme }, files }) =>
        GOOGLE_FONTS.includes(theme) || files.published.some(({ path }) => FONT_RE.test(path)),
    ),
  },
  {
    id: 'code-style',
    says: 'Code has the colours of a style that highlight.js has now; reveal-hugo has no file of that name, and shows code without any.',
    find: deckWith((_, { style: { highlightTheme = '' } }) => NEWER_STYLES_RE.test(highlightTheme)),
  },
  {
    id: 'centred-slides',
    says: "Slides are centred by reveal.js 6, up to 8 pixels higher than by 5.1, which the theme has and the site's own stylesheets may count on.",
    find: deckWith(
      ({ params: { options, customTheme, customCss } }) =>
        options['center'] !== false && (customTheme !== undefined || customCss.length > 0),
    ),
  },
  {
    id: 'footnotes',
    says: 'Footnotes stand on the slide that refers to them; with Hugo the rule in front of them cuts the last slide.',
    find: trait('footnote'),
  },
  {
    id: 'heading-id',
    says: 'Ids of headings with a shortcode are made from its text; Hugo leaves its own placeholder in them.',
    find: trait('heading-shortcode'),
  },
  {
    id: 'template-class',
    says: 'Classes of a slide and of its template are joined; the theme writes class twice, and browsers drop the second.',
    find: trait('template-class'),
  },
  {
    id: 'camel-case-option',
    says: 'Options in camelCase reach reveal.js; Hugo writes them in lower case, so that they have no effect.',
    find: trait('camel-case-option'),
  },
  {
    id: 'old-style-path',
    says: "Themes in SCSS that name reveal-js/css/theme are compiled; the theme's newer versions have nothing there, and stop.",
    find: (subject) => trait('old-style-path')(subject).filter((place) => isCompiled(place, subject)),
  },
  {
    id: 'markdown-section',
    says: 'A markdown shortcode leaves no stray </section> behind; the theme writes one too many.',
    find: builtIn('markdown'),
  },
  {
    id: 'plugin-by-path',
    says: 'Scripts that are listed as plugins by their path alone run; the theme lists a name that is not there, and the deck stays blank.',
    find: deckWith(({ params }) => params.plugins.some(({ isOptional }) => isOptional)),
  },
  {
    id: 'formulas',
    says: 'Formulas are set while the deck is built, and only their decks have the fonts; the theme loads MathJax in the browser.',
    find: featured('math', 'formula'),
  },
  {
    id: 'diagrams',
    says: 'mermaid comes with the decks that have a diagram; the theme loads it from another host, on all decks.',
    find: featured('mermaid', 'diagram'),
  },
  {
    id: 'print-numbers',
    says: 'Pages of the print view have the numbers that their slides have on the screen; reveal.js counts pages.',
    find: deckWith(({ params }) => Boolean(params.options['slideNumber'])),
  },
  {
    id: 'notes-of-steps',
    says: 'Notes beside the slides are those of the step that is shown, and all are printed; reveal.js leaves out the words of fragments.',
    find: deckWith(({ params }) => Boolean(params.options['showNotes'])),
  },
  {
    id: 'video-flags',
    says: 'Slides that follow one another with one background video have each its own loop and muted; reveal.js keeps those of the first.',
    find: deckWith(({ sections }) => hasTwice(sections.flatMap(videosOf))),
  },
  {
    id: 'drawings',
    says: "Drawings of characters have their letters in their places, and take the size of the slide's text; in Hugo's, letters are as large as those around the drawing, and lie over each other.",
    find: trait('drawing'),
  },
  {
    id: 'own-host',
    says: 'Scripts come from the site itself, and *_cdn has no effect; the theme loads them from another host.',
    find: finding('param-ignored'),
  },
  {
    id: 'network-card',
    says: 'Posts of other sites are a link with their address; Hugo asks the network for them, or stops.',
    find: finding('shortcode-network'),
  },
  {
    id: 'addresses',
    says: "Relative and canonical addresses are written for reveal.js's attributes too; Hugo leaves these as they are.",
    find: ({ site: { config } }) => (config.relativeURLs || config.canonifyURLs ? [undefined] : []),
  },
  {
    id: 'list-of-decks',
    says: 'A list of the decks is written at the root of the site; the theme writes no page there.',
    find: ({ hasList }) => (hasList ? [undefined] : []),
  },
  {
    id: 'no-feeds',
    says: 'RSS feeds and pages of tags are not written; Hugo writes them beside the decks.',
    find: ({ site }) => (FEEDS.some((kind) => !site.config.disableKinds.includes(kind)) ? [undefined] : []),
  },
];

/** What Hugo writes of a site beside its pages, by the kinds that switch it off. */
const FEEDS: readonly string[] = ['rss', 'taxonomy', 'term'];

/** The rows that apply to a site, with the first place of each; none where there is no deck to see them on. */
export function findDifferences(subject: Subject): readonly Difference[] {
  return subject.decks.length === 0 ? [] : findPlaces(differences, subject);
}
