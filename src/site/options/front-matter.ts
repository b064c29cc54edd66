/** The keys of a page's front matter that count for a deck. All others are the author's own. */
import type { KeyRows } from './row.ts';

/** What a page is, and where it stands. */
export const frontMatterKeys = {
  title: { kind: 'string', description: 'The title of the deck, in the browser and where it is shared.' },
  linkTitle: { kind: 'string', description: 'A shorter title for lists of pages.' },
  description: {
    kind: 'string',
    description: 'What the deck is about, for search engines and where it is shared.',
  },
  outputs: {
    kind: 'strings',
    description: '`["Reveal"]` makes a deck of this page and those beside it.',
    examples: [['Reveal']],
  },
  layout: {
    kind: 'string',
    description: '`"bundle"` or `"list"` makes a deck of a single page that asks for the Reveal output.',
    examples: ['bundle', 'list'],
  },
  type: {
    kind: 'string',
    description:
      'The content type; by default the first folder that the page is in. Pages of type `home` belong to the deck at the root.',
  },
  weight: {
    kind: 'integer',
    default: 0,
    description: 'The place of the page in its deck: lighter ones come first, those without a weight last.',
  },
  draft: {
    kind: 'boolean',
    default: false,
    description: 'Whether the page is left out, but for `--buildDrafts`.',
  },
  slug: { kind: 'string', description: 'The last part of the address of the page.' },
  url: {
    kind: 'string',
    description: 'The whole address of the page, from the root of the site.',
    examples: ['/talks/first/'],
  },
  aliases: { kind: 'strings', description: 'Addresses that lead to this page.' },
  date: {
    kind: 'date',
    description:
      'When the page was written. One that is dated in the future is left out, but for `--buildFuture`.',
  },
  lastmod: { kind: 'date', description: 'When the page was changed.' },
  modified: { kind: 'date', description: 'Another name for `lastmod`.' },
  publishDate: { kind: 'date', description: 'Until when the page is left out, but for `--buildFuture`.' },
  pubDate: { kind: 'date', description: 'Another name for `publishDate`.' },
  expiryDate: { kind: 'date', description: 'From when on the page is left out, but for `--buildExpired`.' },
  unpublishDate: { kind: 'date', description: 'Another name for `expiryDate`.' },
} as const satisfies KeyRows;

/** What other parts look at: templates, the words for search engines, what cascades. */
export const moreFrontMatterKeys: KeyRows = {
  'sitemap.changefreq': {
    kind: 'string',
    description: 'How often this page changes, as the sitemap says it.',
  },
  'sitemap.priority': { kind: 'number', description: 'What this page weighs in the sitemap, from 0 to 1.' },
  'sitemap.disable': {
    kind: 'boolean',
    default: false,
    description: 'Leaves this page out of the sitemap.',
  },
  author: { type: ['string', 'array', 'object'], description: 'Who wrote it.' },
  authors: { type: ['string', 'array', 'object'], description: 'Who wrote it, when `author` says nothing.' },
  theme_color: { type: 'string', description: 'The colour of the browser’s frame.', examples: ['#20435c'] },
  images: {
    type: ['string', 'array', 'object'],
    description:
      'Pictures for where the deck is shared: paths from the root of the site, or files beside the page.',
  },
  cover: { type: ['string', 'array', 'object'], description: 'A picture for where the deck is shared.' },
  tags: { type: ['string', 'array', 'null'], description: 'For templates of yours.' },
  categories: { type: ['string', 'array', 'null'], description: 'For templates of yours.' },
  keywords: { type: ['string', 'array', 'null'], description: 'For templates of yours.' },
  resources: {
    type: ['array', 'null'],
    description: 'Names, titles and params of the files beside the page.',
  },
  build: {
    type: 'object',
    description: 'Whether the page is rendered and listed.',
    examples: [{ render: 'never', list: 'never' }],
  },
  markup: { type: 'string', description: 'The format of the page.' },
  translationKey: {
    type: ['string', 'number'],
    description: 'What this page has in common with its translations.',
  },
};
