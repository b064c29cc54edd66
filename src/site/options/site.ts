/** Configuration keys with a meaning for decks. Hugo has more, which templates can read. */
import type { KeyRows } from './row.ts';

/** Keys at the top level. */
export const siteKeys = {
  title: {
    kind: 'string',
    default: '',
    description: 'Title of the site; default for the titles of decks.',
  },
  baseURL: {
    kind: 'string',
    default: '/',
    description: 'URL of the published site, or only its path.',
    examples: ['https://example.org/talks/', '/talks/'],
  },
  contentDir: { kind: 'string', default: 'content', description: 'Folder of the pages.' },
  layoutDir: { kind: 'string', default: 'layouts', description: 'Folder of your own templates.' },
  publishDir: { kind: 'string', default: 'public', description: 'Folder that the site is built into.' },
  params: { kind: 'table', description: 'Parameters for decks and templates.' },
  buildDrafts: { kind: 'boolean', default: false, description: 'Include drafts.' },
  buildFuture: {
    kind: 'boolean',
    default: false,
    description: 'Include pages dated in the future.',
  },
  buildExpired: {
    kind: 'boolean',
    default: false,
    description: 'Include expired pages.',
  },
  relativeURLs: {
    kind: 'boolean',
    default: false,
    description: 'Write relative URLs, so that the site works when opened from disk.',
  },
  canonifyURLs: {
    kind: 'boolean',
    default: false,
    description: 'Turn root-relative URLs into absolute ones.',
  },
  disablePathToLower: {
    kind: 'boolean',
    default: false,
    description: 'Keep upper case in paths.',
  },
  removePathAccents: {
    kind: 'boolean',
    default: false,
    description: 'Remove accents from paths.',
  },
  disableKinds: {
    kind: 'strings',
    description: 'Kinds of pages to exclude.',
    examples: [['taxonomy', 'term', 'RSS']],
  },
  enableRobotsTXT: {
    kind: 'boolean',
    default: false,
    description: 'Write a `robots.txt` that allows all crawlers and names the sitemap.',
  },
  timeout: {
    kind: 'duration',
    default: '30s',
    description:
      'How long a template or layout may run, and a stylesheet in SCSS may take to compile, which is `10s` by default. A number is in milliseconds.',
    examples: ['30s', '1m30s', 60000],
  },
  cascade: {
    kind: 'tables',
    description: 'Front matter of all pages of the site, or of those that `target` matches.',
  },
} as const satisfies KeyRows;

/** Keys that need a reader of their own, and keys in tables. */
export const moreSiteKeys: KeyRows = {
  languageCode: {
    kind: 'string',
    description: 'Language of the site, for `<html lang>`.',
    examples: ['en', 'de-AT'],
  },
  locale: { kind: 'string', description: 'Newer name for `languageCode`.' },
  defaultContentLanguage: {
    kind: 'string',
    default: 'en',
    description: 'Default language.',
  },
  defaultContentLanguageInSubdir: {
    kind: 'boolean',
    default: false,
    description: 'Publish the default language in a folder of its own, too.',
  },
  languages: {
    kind: 'table',
    description: 'Languages of the site, each with a title, weight and params.',
  },
  disableLanguages: { kind: 'strings', description: 'Languages to exclude.' },
  theme: {
    kind: 'strings',
    description: 'Themes of the site, in order of precedence. reveal-hugo is built in.',
  },
  themesDir: { kind: 'string', default: 'themes', description: 'Folder of the themes.' },
  timeZone: {
    kind: 'string',
    default: 'UTC',
    description: 'Time zone of dates without one.',
    examples: ['Europe/Oslo'],
  },
  'sitemap.changefreq': {
    kind: 'string',
    description: 'Change frequency in the sitemap.',
    examples: ['weekly', 'monthly'],
  },
  'sitemap.priority': {
    kind: 'number',
    description: 'Priority in the sitemap, from 0 to 1.',
  },
  'sitemap.filename': {
    kind: 'string',
    default: 'sitemap.xml',
    description: 'File name of the sitemap.',
  },
  'sitemap.disable': {
    kind: 'boolean',
    default: false,
    description: 'Exclude pages from the sitemap.',
  },
  uglyURLs: {
    type: ['boolean', 'object', 'string'],
    default: false,
    description: 'Write pages as files, `talk.html`, instead of folders.',
  },
  ignoreFiles: {
    kind: 'strings',
    description: 'Content files to ignore, as regular expressions.',
    examples: [['\\.draft\\.md$']],
  },
  enableEmoji: { kind: 'boolean', default: false, description: 'Replace `:smile:` with emoji.' },
  outputs: {
    kind: 'table',
    description: 'Output formats by page kind.',
    examples: [{ home: ['Reveal'] }],
  },
  'markup.goldmark.renderer.unsafe': {
    kind: 'boolean',
    description:
      'Keep HTML in Markdown. deckwright keeps it unless this is `false`, Hugo only if it is `true`.',
  },
  'markup.goldmark.renderer.hardWraps': {
    kind: 'boolean',
    default: false,
    description: 'Render line breaks in Markdown as line breaks.',
  },
  'markup.highlight.codeFences': {
    kind: 'boolean',
    default: true,
    description:
      'Highlight fences in the style of `markup.highlight.style`; with `false`, in that of `highlight_theme`. Steps such as `{1|3}` work with both.',
  },
  'markup.highlight.style': {
    kind: 'string',
    default: 'monokai',
    description: 'Style of Chroma for code in languages that Hugo highlights.',
  },
  'markup.highlight.noClasses': {
    kind: 'boolean',
    default: true,
    description: 'Apply the style; with `false`, code has the classes of Chroma for your own stylesheet.',
  },
  'markup.highlight.tabWidth': {
    kind: 'integer',
    default: 4,
    description: 'Width of a tab in characters; with 4, the theme sets the width: 2 in those of reveal.js.',
  },
};

/** Keys of `[params]`, next to `reveal_hugo`. */
export const siteParams = {
  description: {
    type: 'string',
    description: 'Default description of decks.',
  },
  author: {
    type: ['string', 'array', 'object'],
    description: 'Default author of pages.',
  },
  theme_color: { type: 'string', description: 'Colour of the browser’s interface (`theme-color`).' },
  images: {
    type: ['string', 'array', 'object'],
    description: 'Default image for link previews.',
  },
  'deckwright.checks': {
    kind: 'table',
    description:
      'Levels of checks by their codes: `off`, `warning` or `error`, or a table with `level`, `reason`, and for `image-large` and `text-small` a `limit`.',
    examples: [{ 'param-unknown': 'error', 'image-missing': 'off' }],
  },
} as const satisfies KeyRows;
