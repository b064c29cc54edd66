/** Rewrites the attributes of an exported page that load something or lead somewhere. */
import { escapeHtml } from '../../escape-html.ts';
import { type Edit, editValues, removeAttributes } from '../../html-edits.ts';
import type { StartTag } from '../../html.ts';
import { findTarget } from './addresses.ts';
import type { FileBox, FileKind } from './files.ts';
import { SHARED_ATTRIBUTES } from './share-files.ts';
import { inlineStyle, type StyleContext } from './style.ts';

/** What is needed to rewrite a tag. */
export interface TagContext extends StyleContext {
  /** The path of the page in the destination. */
  readonly page: string;
}

const PICTURE: FileKind = 'picture';
const MEDIA: FileKind = 'media';
const FRAME: FileKind = 'frame';

/** Attributes that load something, by the names of their elements. */
const loading: Readonly<Record<string, Readonly<Record<string, FileKind>>>> = {
  img: { src: PICTURE, 'data-src': PICTURE },
  image: { href: PICTURE, 'xlink:href': PICTURE },
  feimage: { href: PICTURE, 'xlink:href': PICTURE },
  input: { src: PICTURE },
  link: { href: PICTURE },
  object: { data: PICTURE },
  embed: { src: PICTURE },
  track: { src: PICTURE },
  video: { src: MEDIA, 'data-src': MEDIA, poster: PICTURE, 'data-poster': PICTURE },
  audio: { src: MEDIA, 'data-src': MEDIA },
  source: { src: MEDIA, 'data-src': MEDIA },
  iframe: { src: FRAME, 'data-src': FRAME },
  frame: { src: FRAME },
};

/** Attributes of any element. */
const anywhere: Readonly<Record<string, FileKind>> = {
  'data-background-iframe': FRAME,
  'data-preview-image': PICTURE,
  'data-preview-video': MEDIA,
  'data-preview-link': FRAME,
};

/** Attributes with a list of addresses. */
const lists: Readonly<Record<string, FileKind>> = {
  'data-background-image': PICTURE,
  'data-background-video': MEDIA,
};

/** As in reveal.js: `data-background` is a picture if it ends like one. */
const BACKGROUND_PICTURE_RE = /^(?:http|file|\/\/)|\.(?:svg|png|jpg|jpeg|gif|bmp|webp)(?:[?#\s]|$)/i;

/** Rewrites the attributes of a tag. */
export function editTag(html: string, tag: StartTag, context: TagContext): readonly Edit[] {
  const { name, attributes } = tag;
  if (Object.keys(attributes).length === 0) return [];
  const gone = isDeadLink(tag, context) ? ['href', 'target', 'download'] : [];
  // One of the sizes of a picture is enough, with the density that it has.
  const hasSizes = name === 'img' && ('srcset' in attributes || 'data-srcset' in attributes);
  const removed = removeAttributes(html, tag, hasSizes ? [...gone, 'src', 'data-src'] : gone);
  const isRemoved = (attribute: string): boolean =>
    gone.includes(attribute) || (hasSizes && (attribute === 'src' || attribute === 'data-src'));
  const edits = editValues(html, tag, (attribute) => {
    if (isRemoved(attribute)) return undefined;
    const text = newValue(tag, attribute, context);
    return text === undefined ? undefined : escapeHtml(text).replaceAll("'", '&#39;');
  });
  return [...removed, ...edits, ...renameBackground(html, tag, context)];
}

function newValue(tag: StartTag, attribute: string, context: TagContext): string | undefined {
  const { name, attributes } = tag;
  const value = attributes[attribute] ?? '';
  const { box, page } = context;
  const kind = loading[name]?.[attribute] ?? anywhere[attribute];
  if (kind) return box.place(value, page, kind, SHARED_ATTRIBUTES.has(attribute));
  const listed = lists[attribute];
  if (listed) return placeList(value, listed, context);
  if (attribute === 'style') return value.includes('url(') ? inlineStyle(value, page, context) : undefined;
  if (attribute === 'srcset' || attribute === 'data-srcset') return placeLargest(value, box, page);
  if (attribute === 'href' && (name === 'a' || name === 'area')) return linkAddress(value, context);
  return undefined;
}

/** Places the pictures or videos of a background. A list of pictures becomes a list in CSS. */
function placeList(value: string, kind: FileKind, { box, page }: TagContext): string | undefined {
  if (/^\s*data:/i.test(value)) return undefined;
  const written = value.split(',').map((one) => one.trim());
  const placed = written.map((one) => box.place(one, page, kind, written.length === 1) ?? one);
  const isCss = kind === PICTURE && placed[0]?.startsWith('data:');
  return placed.join(isCss ? '),url(' : ',');
}

/** Keeps the largest picture of a `srcset`. */
function placeLargest(value: string, box: FileBox, page: string): string | undefined {
  const candidates = value
    .trim()
    .split(/\s*,\s+|,(?=\S+\s+[\d.]+[wx])/)
    .map((one) => one.trim().replace(/,$/, '').split(/\s+/))
    .map(([address = '', size = '1x']) => ({ address, size, number: Number.parseFloat(size) }));
  const best = candidates.reduce((a, b) => (b.number > a.number ? b : a));
  const placed = box.place(best.address, page, PICTURE);
  return placed === undefined ? undefined : `${placed} ${best.size}`;
}

/** Where a link leads: a place in the deck, or a page where it is published. */
function linkAddress(value: string, { page, site }: TagContext): string | undefined {
  const target = findTarget(value, page, site);
  if (target.kind !== 'own') return undefined;
  const { path, rest } = target;
  if (isSamePage(path, page) && !rest.startsWith('?')) return rest || '#';
  return site.origin === undefined ? undefined : new URL(path + rest, site.origin).href;
}

const isSamePage = (path: string, page: string): boolean =>
  path === page || `${path.replace(/\/?$/, '/')}index.html`.replace(/^\//, '') === page;

/** Whether a link leads to a file or page of a site that is published nowhere. */
function isDeadLink({ name, attributes }: StartTag, { page, site }: TagContext): boolean {
  const { href } = attributes;
  if (href === undefined || (name !== 'a' && name !== 'area') || site.origin !== undefined) return false;
  const target = findTarget(href, page, site);
  return target.kind === 'own' && !isSamePage(target.path, page);
}

/** A picture in `data-background` gets the name that reveal.js would give it: by its end it is none any more. */
function renameBackground(html: string, tag: StartTag, { box, page }: TagContext): readonly Edit[] {
  const value = tag.attributes['data-background'];
  if (value === undefined || !BACKGROUND_PICTURE_RE.test(value)) return [];
  const placed = box.place(value, page, PICTURE, true);
  if (placed === undefined) return [];
  const text = ` data-background-image="${escapeHtml(placed)}"`;
  return removeAttributes(html, tag, ['data-background']).map((edit) => ({ ...edit, text }));
}
