/** The first slide of a deck as a small page of its own, which shows it without a script: for a list of decks. */
import { decodeHTML } from 'entities';
import type { Client, Deck, ReadyDeck, SiteConfig, Table } from '../types.ts';
import { boxRule, firstShown, firstSlideData, readFirstValues, sectionsToPaint } from './first-slide.ts';
import { loadWhenNeeded } from './images.ts';
import { authorsAddress } from './page-data.ts';
import { readValues, replaceTags } from './tags.ts';

/** Where it is written: beside the deck, so that relative addresses lead to the same files. */
export function miniaturePath({ outputPath }: Deck): string {
  return outputPath.replace(/(?:\.html)?$/, '.miniature.html');
}

/** What its layout gets. */
export function miniatureData(
  { rendered, style, files }: ReadyDeck,
  client: Client,
  config: SiteConfig,
): Table {
  const path = miniaturePath(rendered.deck);
  const address = (file: string): string => authorsAddress(file, path, client);
  const { title, params, slots } = rendered;
  const sections = [rendered.sections[firstShown(rendered.sections)] ?? '<section></section>'];
  const [section = ''] = sectionsToPaint(loadWhenNeeded(sections).map(firstOfStack));
  const painted = firstSlideData({ params, sections, style }, client, address);
  return {
    title,
    css: painted?.['css'] ?? boxRule(params, section),
    styles: [client.style(style), ...files.styles, ...files.pluginStyles].map(address),
    ownStyles: keepStyles(slots.head),
    picture: pictureOf(section),
    section: stillOf(section),
    logo: params.logo,
    style: client.list && address(client.list.miniatureStyle),
    site: { languageCode: config.languageCode },
  };
}

/** Only the slide on top of a stack is seen. */
function firstOfStack(section: string): string {
  const open: boolean[] = [];
  for (const { 0: tag, 1: slash, index } of section.matchAll(SECTION_RE)) {
    if (slash === '') open.push(HIDDEN_RE.test(tag));
    else if (slash !== undefined && !open.pop())
      return section.slice(0, index + tag.length) + '</section>'.repeat(open.length);
  }
  return section;
}

const SECTION_RE = /<!--[\s\S]*?-->|<(\/?)section\b[^>]*>/gi;
const HIDDEN_RE = /\bdata-visibility\s*=\s*["']?hidden\b/i;

/** The picture behind the slide, which reveal.js would put there. */
function pictureOf(section: string): Table | undefined {
  const values = readFirstValues(section).findLast((one) => addressOf(one) !== undefined);
  if (!values) return undefined;
  const rules = PICTURE_RULES.flatMap(([name, property]) => {
    const value = values.get(name)?.trim() ?? '';
    return SAFE_RE.test(value) ? [`${property}:${value}`] : [];
  });
  return { address: decodeHTML(addressOf(values) ?? ''), rules: rules.join(';') };
}

const SAFE_RE = /^[\w\s.%-]+$/;

const PICTURE_RULES = [
  ['data-background-size', 'object-fit'],
  ['data-background-position', 'object-position'],
  ['data-background-opacity', 'opacity'],
] as const;

/** As reveal.js tells a picture from a colour. */
const PICTURE_RE = /\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#]|$)/i;

/** Of several pictures, the first is on top. */
function addressOf(values: ReadonlyMap<string, string>): string | undefined {
  const image = values.get('data-background-image');
  if (image) return image.startsWith('data:') ? image : image.split(',', 1)[0]?.trim();
  return [values.get('data-background')].find((value) => value !== undefined && PICTURE_RE.test(value));
}

const SCRIPT_RE = /<!--[\s\S]*?-->|<script\b[\s\S]*?<\/script\s*>/gi;

/** What moves or is loaded from afar stays away, and pictures that reveal.js would bring come by themselves. */
function stillOf(html: string): string {
  return replaceTags(html.replaceAll(SCRIPT_RE, ''), (tag) => {
    const name = /^<(\w+)/.exec(tag)?.[1]?.toLowerCase();
    if (name === 'video' || name === 'audio')
      return tag.replaceAll(/\sautoplay(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?/gi, '');
    if (name === 'iframe') return tag.replaceAll(/\s(?:src|srcdoc)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '');
    if (name !== 'img' || readValues(tag).has('src')) return tag;
    return tag.replace(/\sdata-src(?=\s*=)/i, ' src');
  });
}

const STYLE_RE = /<style\b[\s\S]*?<\/style\s*>|<link\b(?=[^>]*\brel\s*=\s*["']?stylesheet)[^>]*>/gi;

/** The rules that the author has put into the head of pages. */
const keepStyles = (head: string): string => (head.match(STYLE_RE) ?? []).join('\n');
