/** Front matter keys with a meaning for decks. All others are the author's own. */
import type { KeyRows } from './row.ts';

/** Keys that decide what a page is and where it is published. */
export const frontMatterKeys = {
  title: { kind: 'string', description: 'Title of the deck, in the browser and in link previews.' },
  linkTitle: { kind: 'string', description: 'Shorter title for lists of pages.' },
  description: {
    kind: 'string',
    description: 'Description of the deck for search engines and link previews.',
  },
  outputs: {
    kind: 'strings',
    description: '`["Reveal"]` makes this page and its siblings a deck.',
    examples: [['Reveal']],
  },
  layout: {
    kind: 'string',
    description: '`"bundle"` or `"list"` makes a single page with the Reveal output a deck.',
    examples: ['bundle', 'list'],
  },
  type: {
    kind: 'string',
    description:
      'Content type; default: the first folder of the page. Pages of type `home` belong to the deck at the root.',
  },
  weight: {
    kind: 'integer',
    default: 0,
    description: 'Position of the page in its deck: lower weights come first, pages without a weight last.',
  },
  draft: {
    kind: 'boolean',
    default: false,
    description: 'Exclude the page unless `--buildDrafts` is given.',
  },
  slug: { kind: 'string', description: 'Last part of the address of the page.' },
  url: {
    kind: 'string',
    description: 'Full address of the page, from the root of the site.',
    examples: ['/talks/first/'],
  },
  aliases: { kind: 'strings', description: 'Addresses that redirect to this page.' },
  date: {
    kind: 'date',
    description: 'Date of the page. Future dates are excluded unless `--buildFuture` is given.',
  },
  lastmod: { kind: 'date', description: 'Date of the last change.' },
  modified: { kind: 'date', description: 'Another name for `lastmod`.' },
  publishDate: {
    kind: 'date',
    description: 'Exclude the page until this date, unless `--buildFuture` is given.',
  },
  pubDate: { kind: 'date', description: 'Another name for `publishDate`.' },
  expiryDate: {
    kind: 'date',
    description: 'Exclude the page from this date on, unless `--buildExpired` is given.',
  },
  unpublishDate: { kind: 'date', description: 'Another name for `expiryDate`.' },
} as const satisfies KeyRows;

/** Keys for templates, metadata and cascading values. */
export const moreFrontMatterKeys: KeyRows = {
  'sitemap.changefreq': {
    kind: 'string',
    description: 'Change frequency of this page in the sitemap.',
  },
  'sitemap.priority': { kind: 'number', description: 'Priority of this page in the sitemap, from 0 to 1.' },
  'sitemap.disable': {
    kind: 'boolean',
    default: false,
    description: 'Exclude this page from the sitemap.',
  },
  author: { type: ['string', 'array', 'object'], description: 'Author of the page.' },
  authors: {
    type: ['string', 'array', 'object'],
    description: 'Authors of the page, if `author` is not set.',
  },
  theme_color: {
    type: 'string',
    description: 'Colour of the browser’s interface (`theme-color`).',
    examples: ['#20435c'],
  },
  images: {
    type: ['string', 'array', 'object'],
    description: 'Images for link previews: paths from the root of the site, or files next to the page.',
  },
  cover: { type: ['string', 'array', 'object'], description: 'Image for link previews.' },
  tags: { type: ['string', 'array', 'null'], description: 'For your own templates.' },
  categories: { type: ['string', 'array', 'null'], description: 'For your own templates.' },
  keywords: { type: ['string', 'array', 'null'], description: 'For your own templates.' },
  resources: {
    type: ['array', 'null'],
    description: 'Names, titles and params of the files next to the page.',
  },
  build: {
    type: 'object',
    description: 'Control whether the page is rendered, listed, and published with its files.',
    examples: [{ render: 'never', list: 'never' }],
  },
  markup: { type: 'string', description: 'Format of the page.' },
  translationKey: {
    type: ['string', 'number'],
    description: 'Key that this page shares with its translations.',
  },
};
