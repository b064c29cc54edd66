/** Renders miniatures for the list of decks: a page without scripts that shows the first slide of a deck. */
import { applyEdits, type Edit, removeAttributes } from '../html-edits.ts';
import { findEnds, type HtmlToken, locateAttributes, readHtml, type StartTag } from '../html.ts';
import type {
  Attributes,
  Client,
  Deck,
  ReadyDeck,
  Section,
  SectionFacts,
  SiteConfig,
  Table,
} from '../types.ts';
import { slideSizeRule, firstAttributes, firstSlideData, addFirstClasses } from './first-slide.ts';
import { setLoading } from './image-attributes.ts';
import { authorFileAddress } from './page-data.ts';
import { readSection } from './section-facts.ts';
import { firstVisibleIndex, shownSlides } from '../shown-slides.ts';

/** The output path of a miniature: next to the deck, so that relative addresses stay valid. */
export function miniaturePath({ outputPath }: Deck): string {
  return outputPath.replace(/(?:\.html)?$/, '.miniature.html');
}

/** Creates the data for the layout of a miniature. */
export function miniatureData(
  { rendered, style, files }: ReadyDeck,
  client: Client,
  config: SiteConfig,
): Table {
  const path = miniaturePath(rendered.deck);
  const address = (file: string): string => authorFileAddress(file, path, client);
  const { title, params, slots } = rendered;
  const first = rendered.sections[firstVisibleIndex(rendered.sections)] ?? readSection('<section></section>');
  const firstSlideSections = firstSlideData({ params, sections: [first], style }, client, address);
  return {
    title,
    css: firstSlideSections?.['css'] ?? slideSizeRule(params, first.facts),
    styles: [client.style(style), ...files.styles, ...files.pluginStyles].map(address),
    ownStyles: keepStyles(slots.head),
    picture: renderPicture(first.facts),
    section: removeMotion(readSection(topOfStack(first))),
    logo: params.logo,
    style: client.list && address(client.list.miniatureStyle),
    site: { languageCode: config.languageCode },
  };
}

/** Removes all but the first visible slide of a stack. */
function topOfStack({ html, facts }: Section): string {
  const [shown] = shownSlides(facts);
  return html.slice(0, shown.end) + (shown === facts.own ? '' : '</section>');
}

/** The background image of the slide, which reveal.js would add. */
function renderPicture(facts: SectionFacts): Table | undefined {
  const attributes = firstAttributes(facts).findLast((one) => findImageAddress(one) !== undefined);
  if (!attributes) return undefined;
  const rules = PICTURE_RULES.flatMap(([name, property]) => {
    const value = attributes[name]?.trim() ?? '';
    return SAFE_RE.test(value) ? [`${property}:${value}`] : [];
  });
  return { address: findImageAddress(attributes), rules: rules.join(';') };
}

const SAFE_RE = /^[\w\s.%-]+$/;

const PICTURE_RULES = [
  ['data-background-size', 'object-fit'],
  ['data-background-position', 'object-position'],
  ['data-background-opacity', 'opacity'],
] as const;

/** As in reveal.js, the extension distinguishes an image from a colour. */
const PICTURE_RE = /\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#]|$)/i;

/** The address of the background image; of several images, the first is on top. */
function findImageAddress(attributes: Attributes): string | undefined {
  const image = attributes['data-background-image'];
  if (image) return image.startsWith('data:') ? image : image.split(',', 1)[0]?.trim();
  return [attributes['data-background']].find((value) => value !== undefined && PICTURE_RE.test(value));
}

/** Removes scripts, autoplay and the content of iframes; images that reveal.js would load are loaded by the browser. */
function removeMotion(section: Section): string {
  const tokens = readHtml(section.html);
  const ends = findEnds(tokens);
  return applyEdits(section.html, [
    ...tokens.flatMap((token, at) => stillEdits(section.html, token, () => endOf(tokens, ends[at]))),
    ...setLoading(section.facts, true),
    ...addFirstClasses(section),
  ]);
}

/** `end` finds the end offset of the element that a token begins. */
function stillEdits(html: string, token: HtmlToken, end: () => number): readonly Edit[] {
  if (token.kind === 'comment') return [{ start: token.start, end: token.end, text: '' }];
  if (token.kind !== 'start') return [];
  if (token.name === 'script') return [{ start: token.start, end: end(), text: '' }];
  if (token.name === 'video' || token.name === 'audio') return removeAttributes(html, token, ['autoplay']);
  if (token.name === 'iframe') return removeAttributes(html, token, ['src', 'srcdoc']);
  const address = token.attributes['data-src'];
  if (token.name !== 'img' || 'src' in token.attributes || address === undefined) return [];
  return renameAttribute(html, token, ['data-src', 'src']);
}

/** The end offset of an element whose end tag is at an index; an unclosed element ends with the text. */
function endOf(tokens: readonly HtmlToken[], index: number | undefined): number {
  return (tokens[index ?? tokens.length - 1] ?? { end: 0 }).end;
}

function renameAttribute(
  html: string,
  tag: StartTag,
  [from, to]: readonly [from: string, to: string],
): readonly Edit[] {
  const range = locateAttributes(html, tag).get(from);
  return range ? [{ start: range.start, end: range.start + from.length, text: to }] : [];
}

/** The styles that the author has put in the head of pages. */
function keepStyles(head: string): string {
  const tokens = readHtml(head);
  const ends = findEnds(tokens);
  return tokens
    .flatMap((token, at) => {
      if (token.kind !== 'start') return [];
      if (token.name === 'style') return head.slice(token.start, endOf(tokens, ends[at]));
      return isStyleLink(token) ? head.slice(token.start, token.end) : [];
    })
    .join('\n');
}

const isStyleLink = ({ name, attributes }: StartTag): boolean =>
  name === 'link' && (attributes['rel'] ?? '').toLowerCase().startsWith('stylesheet');
