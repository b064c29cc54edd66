/**
 * Metadata of a page for search engines and link previews. Source: Hugo's embedded templates `opengraph` and
 * `twitter_cards`, including the way they choose images.
 */
import { isTable, readKey } from '../tables.ts';
import type { Page, SiteConfig } from '../types.ts';

/** Metadata for a layout; missing values are `undefined`. */
export interface PageMeta {
  readonly description: string | undefined;
  readonly author: string | undefined;
  /** The absolute address of the page; only if the base URL has a host. */
  readonly canonical: string | undefined;
  readonly themeColor: string | undefined;
  readonly siteName: string | undefined;
  readonly locale: string | undefined;
  /** As in Hugo, a single page is an article. */
  readonly type: 'article' | 'website';
  /** Absolute addresses. */
  readonly images: readonly string[];
  readonly card: 'summary' | 'summary_large_image';
}

/** Hugo's limit. */
const MAX_IMAGES = 6;

/**
 * Reads the metadata of a page from its front matter, or else from the configuration.
 * @param card the path of a picture of the deck, which images in front matter replace
 */
export function readMeta(head: Page, config: SiteConfig, card?: string): PageMeta {
  const written = (key: string): string | undefined =>
    readText(readKey(head.params, key)) ?? readText(readKey(config.params, key));
  const images = findImages(head, config, card);
  return {
    description: head.description || readText(readKey(config.params, 'description')),
    author: written('author') ?? written('authors') ?? readText(readKey(config.raw, 'author')),
    canonical: hasHost(config) ? config.baseURL + head.address : undefined,
    themeColor: written('theme_color') ?? written('themeColor'),
    siteName: config.title || undefined,
    locale: config.languageCode.replaceAll('-', '_') || undefined,
    type: head.kind === 'page' ? 'article' : 'website',
    images,
    card: images.length > 0 ? 'summary_large_image' : 'summary',
  };
}

/** Reads a text from a string, a list of strings, or a table with a name. */
function readText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.flatMap((one) => readText(one) ?? []).join(', ') || undefined;
  if (isTable(value)) return readText(readKey(value, 'name'));
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** Whether the base URL has a host. */
export const hasHost = ({ baseURL }: Pick<SiteConfig, 'baseURL'>): boolean =>
  /^(?:https?:)?\/\/[^/]/i.test(baseURL);

/** Names of resources that Hugo takes as the image of a page, in order of preference. */
const PICTURE_NAMES: readonly RegExp[] = [/feature/i, /cover|thumbnail/i];

const PICTURE_RE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/**
 * The images in front matter, or else the picture of the deck, or else an image of the page's bundle, or else the first
 * image of the site.
 */
function findImages(head: Page, config: SiteConfig, card: string | undefined): readonly string[] {
  const named = [
    ...readAddresses(readKey(head.params, 'images')),
    ...readAddresses(readKey(head.params, 'cover')),
  ];
  const ofSite = readAddresses(readKey(config.params, 'images')).slice(0, 1);
  const ofDeck = card === undefined ? [] : [encodeURI(card)];
  const [found = []] = [named, ofDeck, findPagePictures(head), ofSite].filter((list) => list.length > 0);
  return found.slice(0, MAX_IMAGES).flatMap((address) => absoluteAddress(address, head, config) ?? []);
}

/** Reads addresses from a string, a list, or a table, which some themes use for covers. */
function readAddresses(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(readAddresses);
  if (isTable(value)) return ['image', 'src', 'url'].flatMap((key) => readAddresses(readKey(value, key)));
  const address = readText(value);
  return address === undefined ? [] : [address];
}

function findPagePictures({ resources }: Page): readonly string[] {
  const pictures = resources.map(({ name }) => name).filter((name) => PICTURE_RE.test(name));
  const found = PICTURE_NAMES.map((name) => pictures.find((picture) => name.test(picture)));
  return found.filter((picture) => picture !== undefined).slice(0, 1);
}

const EXTERNAL_RE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** Other hosts read these addresses, so they have to be absolute. */
function absoluteAddress(address: string, { resources }: Page, config: SiteConfig): string | undefined {
  if (EXTERNAL_RE.test(address)) return address;
  if (!hasHost(config)) return undefined;
  const resource = resources.find(({ name }) => name === address.replace(/^\.\//, ''));
  if (resource?.outputPath) return config.baseURL + resource.outputPath;
  const path = address.startsWith(config.basePath) ? address.slice(config.basePath.length) : address;
  return config.baseURL + path.replace(/^(?:\.?\/)+/, '');
}
