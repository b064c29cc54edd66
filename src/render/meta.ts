/**
 * What the page of a deck says of itself to search engines, and to the places where its address is shared. Source: the
 * `opengraph` and `twitter_cards` templates that Hugo brings; pictures are looked for as they do.
 */
import { isTable, readKey } from '../tables.ts';
import type { Page, SiteConfig } from '../types.ts';

/** The words for a layout; what nobody has written is `undefined`. */
export interface PageMeta {
  readonly description: string | undefined;
  readonly author: string | undefined;
  /** The whole address of the page; only where the base URL names a host. */
  readonly canonical: string | undefined;
  readonly themeColor: string | undefined;
  readonly siteName: string | undefined;
  readonly locale: string | undefined;
  /** As Hugo has it: a page of its own is an article. */
  readonly type: 'article' | 'website';
  /** Whole addresses. */
  readonly images: readonly string[];
  readonly card: 'summary' | 'summary_large_image';
}

/** As many as Hugo takes. */
const MAX_IMAGES = 6;

/** Reads what front matter and configuration say of a page; the page wins over the site. */
export function readMeta(head: Page, config: SiteConfig): PageMeta {
  const written = (key: string): string | undefined =>
    readText(readKey(head.params, key)) ?? readText(readKey(config.params, key));
  const images = findImages(head, config);
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

/** A text, several of them, or a table that has a name. */
function readText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.flatMap((one) => readText(one) ?? []).join(', ') || undefined;
  if (isTable(value)) return readText(readKey(value, 'name'));
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** Whether the base URL says on which host the site will be. */
export const hasHost = ({ baseURL }: Pick<SiteConfig, 'baseURL'>): boolean =>
  /^(?:https?:)?\/\/[^/]/i.test(baseURL);

/** Pictures beside the page that speak of it by their names, those that Hugo asks for first in front. */
const PICTURE_NAMES: readonly RegExp[] = [/feature/i, /cover|thumbnail/i];

const PICTURE_RE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** What front matter names, else a picture of the page's bundle, else the first of the site. */
function findImages(head: Page, config: SiteConfig): readonly string[] {
  const named = [
    ...readAddresses(readKey(head.params, 'images')),
    ...readAddresses(readKey(head.params, 'cover')),
  ];
  const ofSite = readAddresses(readKey(config.params, 'images')).slice(0, 1);
  const [found = []] = [named, findPagePictures(head), ofSite].filter((list) => list.length > 0);
  return found.slice(0, MAX_IMAGES).flatMap((address) => absoluteAddress(address, head, config) ?? []);
}

/** An address, a list of them, or a table with one, as themes have it for covers. */
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

/** Other hosts read these, and can do nothing with an address that leads on from a page. */
function absoluteAddress(address: string, { resources }: Page, config: SiteConfig): string | undefined {
  if (EXTERNAL_RE.test(address)) return address;
  if (!hasHost(config)) return undefined;
  const resource = resources.find(({ name }) => name === address.replace(/^\.\//, ''));
  if (resource?.outputPath) return config.baseURL + resource.outputPath;
  const path = address.startsWith(config.basePath) ? address.slice(config.basePath.length) : address;
  return config.baseURL + path.replace(/^(?:\.?\/)+/, '');
}
