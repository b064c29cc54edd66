/** The keys of a site's configuration that count for decks. Hugo has more, which templates may look at. */
import type { KeyRows } from './row.ts';

/** Those at the top. */
export const siteKeys = {
  title: {
    kind: 'string',
    default: '',
    description: 'The title of the site; decks without one of their own have it.',
  },
  baseURL: {
    kind: 'string',
    default: '/',
    description: 'Where the site will be: an address, or the path of it alone.',
    examples: ['https://example.org/talks/', '/talks/'],
  },
  contentDir: { kind: 'string', default: 'content', description: 'The folder of the pages.' },
  layoutDir: { kind: 'string', default: 'layouts', description: 'The folder of your own templates.' },
  publishDir: { kind: 'string', default: 'public', description: 'The folder that the site is built into.' },
  params: { kind: 'table', description: 'What decks and templates of this site look up.' },
  buildDrafts: { kind: 'boolean', default: false, description: 'Whether drafts are built.' },
  buildFuture: {
    kind: 'boolean',
    default: false,
    description: 'Whether pages are built that are dated in the future.',
  },
  buildExpired: {
    kind: 'boolean',
    default: false,
    description: 'Whether pages are built that have expired.',
  },
  relativeURLs: {
    kind: 'boolean',
    default: false,
    description: 'Makes a site that also opens from a folder, by a double click.',
  },
  canonifyURLs: {
    kind: 'boolean',
    default: false,
    description: 'Puts the address of the site in front of addresses from its root.',
  },
  disablePathToLower: {
    kind: 'boolean',
    default: false,
    description: 'Whether addresses keep their capitals.',
  },
  removePathAccents: {
    kind: 'boolean',
    default: false,
    description: 'Whether letters in addresses lose their accents.',
  },
  disableKinds: {
    kind: 'strings',
    description: 'Kinds of pages that are left out.',
    examples: [['taxonomy', 'term', 'RSS']],
  },
  enableRobotsTXT: {
    kind: 'boolean',
    default: false,
    description: 'Writes a `robots.txt` that lets everybody in and names the sitemap.',
  },
  cascade: {
    kind: 'tables',
    description: 'Front matter for all pages of the site, or for those that `target` names.',
  },
} as const satisfies KeyRows;

/** Those that take more than their kind to read, and those of tables. */
export const moreSiteKeys: KeyRows = {
  languageCode: {
    kind: 'string',
    description: 'The language of the site, for `<html lang>`.',
    examples: ['en', 'de-AT'],
  },
  locale: { kind: 'string', description: 'The newer name for `languageCode`.' },
  defaultContentLanguage: {
    kind: 'string',
    default: 'en',
    description: 'The language of pages that name none.',
  },
  defaultContentLanguageInSubdir: {
    kind: 'boolean',
    default: false,
    description: 'Whether that language has a folder of its own too.',
  },
  languages: {
    kind: 'table',
    description: 'The languages of the site, each with its title, weight and params.',
  },
  disableLanguages: { kind: 'strings', description: 'Languages that are left out.' },
  theme: {
    kind: 'strings',
    description: 'Themes of the site, the one that wins first. reveal-hugo is built in.',
  },
  themesDir: { kind: 'string', default: 'themes', description: 'The folder of the themes.' },
  timeZone: {
    kind: 'string',
    default: 'UTC',
    description: 'The zone of dates without one.',
    examples: ['Europe/Oslo'],
  },
  'sitemap.changefreq': {
    kind: 'string',
    description: 'How often pages change, as the sitemap says it.',
    examples: ['weekly', 'monthly'],
  },
  'sitemap.priority': {
    kind: 'number',
    description: 'How much pages weigh beside each other in the sitemap, from 0 to 1.',
  },
  'sitemap.filename': {
    kind: 'string',
    default: 'sitemap.xml',
    description: 'Where the sitemap is written.',
  },
  'sitemap.disable': {
    kind: 'boolean',
    default: false,
    description: 'Leaves pages out of the sitemap.',
  },
  uglyURLs: {
    type: ['boolean', 'object', 'string'],
    default: false,
    description: 'Whether pages are files, `talk.html`, and not folders.',
  },
  ignoreFiles: {
    kind: 'strings',
    description: 'Content that is passed over, as regular expressions.',
    examples: [['\\.draft\\.md$']],
  },
  enableEmoji: { kind: 'boolean', default: false, description: 'Whether `:smile:` is a picture.' },
  outputs: {
    kind: 'table',
    description: 'The output formats of pages by their kind.',
    examples: [{ home: ['Reveal'] }],
  },
  'markup.goldmark.renderer.unsafe': {
    kind: 'boolean',
    description:
      'Whether HTML in Markdown is kept. Here it is unless you say `false`; Hugo keeps it only when you say `true`.',
  },
  'markup.goldmark.renderer.hardWraps': {
    kind: 'boolean',
    default: false,
    description: 'Whether the end of a line begins a new one.',
  },
  'markup.highlight.codeFences': {
    kind: 'boolean',
    default: true,
    description:
      'Whether fences are in the style of `markup.highlight.style`; with `false`, in that of `highlight_theme`. Steps such as `{1|3}` are understood in both.',
  },
  'markup.highlight.style': {
    kind: 'string',
    default: 'monokai',
    description: 'The colours of code in languages that Hugo colours: one of Chroma’s styles.',
  },
  'markup.highlight.noClasses': {
    kind: 'boolean',
    default: true,
    description:
      'Whether that style is applied; with `false`, code has the classes of Chroma and the colours of a stylesheet of yours.',
  },
  'markup.highlight.tabWidth': {
    kind: 'integer',
    default: 4,
    description:
      'How wide a tab is, in characters; with 4, it is as wide as the theme says: 2 in those of reveal.js.',
  },
};

/** Keys of `[params]`, beside `reveal_hugo`. */
export const siteParams: KeyRows = {
  description: {
    type: 'string',
    description: 'What the site is about, for decks that do not say it themselves.',
  },
  author: {
    type: ['string', 'array', 'object'],
    description: 'Who wrote it, for pages that do not say it themselves.',
  },
  theme_color: { type: 'string', description: 'The colour of the browser’s frame.' },
  images: {
    type: ['string', 'array', 'object'],
    description: 'A picture for where decks are shared that have none of their own.',
  },
};
