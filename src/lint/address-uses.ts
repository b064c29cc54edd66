/** Lists the addresses in tags: what a browser loads, and where links lead. */
import { FAILSAFE_ADDRESS } from '../attribute-safety.ts';
import type { TagFacts } from '../types.ts';

/** What an address is used for. */
export type AddressKind = 'picture' | 'media' | 'frame' | 'style' | 'script' | 'link';

/** An address in a tag. */
export interface AddressUse {
  readonly kind: AddressKind;
  /** Without whitespace around it. */
  readonly address: string;
  readonly tag: TagFacts;
}

/** How the addresses in the value of an attribute are written. */
type Notation = (value: string) => readonly string[];

interface AddressAttribute {
  readonly name: string;
  readonly kind: AddressKind;
  readonly read: Notation;
}

const row = (name: string, kind: AddressKind, read: Notation = one): AddressAttribute => ({
  name,
  kind,
  read,
});

/** The attributes with addresses, by the names of elements. */
const ATTRIBUTES: Readonly<Record<string, readonly AddressAttribute[]>> = {
  img: [
    row('src', 'picture'),
    row('data-src', 'picture'),
    row('srcset', 'picture', sourceSet),
    row('data-srcset', 'picture', sourceSet),
  ],
  source: [
    row('src', 'media'),
    row('data-src', 'media'),
    row('srcset', 'picture', sourceSet),
    row('data-srcset', 'picture', sourceSet),
  ],
  video: [row('src', 'media'), row('data-src', 'media'), row('poster', 'picture')],
  audio: [row('src', 'media'), row('data-src', 'media')],
  track: [row('src', 'media')],
  embed: [row('src', 'media')],
  object: [row('data', 'media')],
  iframe: [row('src', 'frame'), row('data-src', 'frame')],
  input: [row('src', 'picture')],
  image: [row('href', 'picture'), row('xlink:href', 'picture')],
  script: [row('src', 'script')],
  a: [row('href', 'link')],
  area: [row('href', 'link')],
  section: [
    row('data-background-image', 'picture', backgrounds),
    row('data-background-video', 'media', backgrounds),
    row('data-background-iframe', 'frame'),
    row('data-background', 'picture', background),
  ],
};

/** The attributes that any element may have. Source: reveal.js's `overlay.js`. */
const COMMON: readonly AddressAttribute[] = [
  row('style', 'picture', styleAddresses),
  row('data-preview-image', 'picture', preview),
  row('data-preview-video', 'media', preview),
  row('data-preview-link', 'link', preview),
];

const COMMON_NAMES: ReadonlySet<string> = new Set(COMMON.map(({ name }) => name));

function hasCommon({ attributes }: TagFacts): boolean {
  for (const name in attributes) if (COMMON_NAMES.has(name)) return true;
  return false;
}

const NO_USES: readonly AddressUse[] = [];

/** Lists the addresses in a tag. It is called for every tag of a site that has an id or an address. */
export function readAddressUses(tag: TagFacts): readonly AddressUse[] {
  const own = tag.name === 'link' ? linkAttributes(tag) : ATTRIBUTES[tag.name];
  if (!own && !hasCommon(tag)) return NO_USES;
  const uses: AddressUse[] = [];
  for (const attribute of own ?? []) addUses(uses, tag, attribute);
  for (const attribute of COMMON) addUses(uses, tag, attribute);
  return uses;
}

function addUses(uses: AddressUse[], tag: TagFacts, { name, kind, read }: AddressAttribute): void {
  const value = tag.attributes[name];
  if (value === undefined) return;
  for (const written of read(value)) {
    const address = written.trim();
    if (isAddress(address)) uses.push({ kind, address, tag });
  }
}

function linkAttributes({ attributes }: TagFacts): readonly AddressAttribute[] {
  const isLoaded = /(?:^|\s)stylesheet(?:\s|$)/i.test(attributes['rel'] ?? '');
  return isLoaded ? [row('href', 'style')] : [];
}

/** Whether a value is an address: a placeholder for a script is none, and an unsafe address has been reported. */
const isAddress = (value: string): boolean =>
  value !== '' && value !== FAILSAFE_ADDRESS && !/[{}]/.test(value);

function one(value: string): readonly string[] {
  return [value];
}

const CANDIDATE_RE = /(?:^|,)\s*(\S*[^\s,])/g;

/** The addresses in a `srcset`: a comma belongs to the address unless whitespace follows it. */
function sourceSet(value: string): readonly string[] {
  return [...value.matchAll(CANDIDATE_RE)].flatMap(([, address = '']) => address);
}

/** Source: reveal.js's `slidecontent.js`, which splits images and videos at commas. */
function backgrounds(value: string): readonly string[] {
  return /^\s*data:|\(/i.test(value) ? [] : value.split(',');
}

const IMAGE_NAME_RE = /\.(?:svg|png|jpg|jpeg|gif|bmp|webp)(?:[?#\s]|$)/i;

/** Source: reveal.js's `backgrounds.js`: other values are colours and gradients. */
function background(value: string): readonly string[] {
  return IMAGE_NAME_RE.test(value) && !value.includes('(') ? [value] : [];
}

const STYLE_URL_RE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)/gi;

function styleAddresses(value: string): readonly string[] {
  if (!value.includes('url(')) return [];
  return [...value.matchAll(STYLE_URL_RE)].flatMap(([, ...groups]) => groups.find(Boolean) ?? []);
}

/** Without an address, the attribute only says that the element opens a preview. */
function preview(value: string): readonly string[] {
  return ['true', 'false'].includes(value) ? [] : [value];
}
