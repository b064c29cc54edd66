/** Paints the first slide before reveal.js has loaded, in its final position and on its background. */
import { addClass, applyEdits, type Edit } from '../html-edits.ts';
import { isDark, readRgba } from '../rgb.ts';
import type {
  Attributes,
  Client,
  DeckParams,
  CriticalCss,
  Section,
  SectionFacts,
  StyleRequest,
  Table,
  TagFacts,
} from '../types.ts';
import { findFirstFonts } from './first-fonts.ts';
import { setLoading } from './image-attributes.ts';
import { firstVisibleIndex, shownSlides } from '../shown-slides.ts';

/** The slides of a page, and the style in which they are shown. */
export interface ShownSlides {
  readonly params: DeckParams;
  readonly sections: readonly Section[];
  readonly style: StyleRequest;
}

/** The data for the layouts; `undefined` if the page waits for its stylesheet. */
export function firstSlideData(
  { params, sections, style }: ShownSlides,
  client: Client,
  address: (file: string) => string,
): Table | undefined {
  const firstCss = client.criticalCss?.(style);
  if (!firstCss) return undefined;
  const facts = sections[firstVisibleIndex(sections)]?.facts;
  return {
    css: (facts ? criticalCss(facts, firstCss) : firstCss.css) + slideSizeRule(params, facts),
    fonts: facts ? findFirstFonts(facts, firstCss.fonts).map(address) : [],
    stylesheet: address(client.style(style)),
    phoneStylesheet: style.look?.includes('read')
      ? address(client.style({ ...style, isForPhones: true }))
      : undefined,
  };
}

function criticalCss({ tags, classes }: SectionFacts, { css, conditionalRules }: CriticalCss): string {
  const has = (name: string): boolean => tags.has(name) || classes.has(name);
  return css + conditionalRules.flatMap((rule) => (rule.names.some(has) ? rule.css : [])).join('');
}

/**
 * The sections as they are published: images are loaded lazily. The sections themselves do not have these attributes, so
 * that an open page need not update them when another slide becomes the first.
 * @param hasCriticalCss whether the first section is painted before reveal.js has loaded
 */
export function publishSections(sections: readonly Section[], hasCriticalCss: boolean): readonly string[] {
  const first = firstVisibleIndex(sections);
  return sections.map((section, n) =>
    applyEdits(section.html, [
      ...setLoading(section.facts, n === first),
      ...(hasCriticalCss && n === first ? addFirstClasses(section) : []),
    ]),
  );
}

/**
 * Adds the classes that reveal.js will give to the first section: the class of a stack, and the class for a dark or light
 * background, on which themes base the text colour.
 */
export function addFirstClasses({ html, facts }: Section): readonly Edit[] {
  const chain = firstChain(facts);
  const names = [...(chain.length > 1 ? ['stack'] : []), ...firstContrast(facts)];
  return chain.flatMap((tag, n) => (names[n] === undefined ? [] : addClass(html, tag, names[n])));
}

/** The class for the background of the first slide; none if it has no colour of its own. */
export function firstContrast(facts: SectionFacts): readonly string[] {
  const isDark = readBackground(facts)?.isDark;
  return isDark === undefined ? [] : [isDark ? 'has-dark-background' : 'has-light-background'];
}

/** The tag of the first visible slide; in a stack, after the tag of the stack. */
function firstChain(facts: SectionFacts): readonly TagFacts[] {
  const [shown] = shownSlides(facts);
  return shown === facts.own ? [shown.tag] : [facts.own.tag, shown.tag];
}

/** The attributes of the first visible slide; in a stack, after those of the stack. */
export function firstAttributes(facts: SectionFacts): readonly Attributes[] {
  return firstChain(facts).map(({ attributes }) => attributes);
}

/** Defaults of reveal.js. */
const DEFAULT_SIZE = { width: 960, height: 700, margin: 0.04, minScale: 0.2, maxScale: 2 } as const;

/** The size of slides as variables, and the background of the first one. */
export function slideSizeRule({ options }: DeckParams, facts: SectionFacts | undefined): string {
  const number = (name: keyof typeof DEFAULT_SIZE): number => readNumber(options[name]) ?? DEFAULT_SIZE[name];
  const sizeFactor = 1 - number('margin');
  const side = (name: 'width' | 'height', unit: 'vw' | 'dvh'): string => {
    const share = /^([\d.]+)%$/.exec(String(options[name]))?.[1];
    return share === undefined ? `${number(name)}px` : `calc(${share}${unit}*${sizeFactor})`;
  };
  const background = facts && readBackground(facts)?.css;
  const rows = [
    `--deck-width:${side('width', 'vw')}`,
    `--deck-height:${side('height', 'dvh')}`,
    `--deck-room:${sizeFactor}`,
    `--deck-min-scale:${number('minScale')}`,
    `--deck-max-scale:${number('maxScale')}`,
    ...(options['center'] === false ? ['--deck-align:start'] : []),
    ...(background === undefined ? [] : [`--deck-background:${background}`]),
  ];
  return `.deck-waiting .reveal{${rows.join(';')}}`;
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

interface Background {
  readonly css: string;
  /** By reveal.js's formula; `undefined` if only the browser can decide. */
  readonly isDark: boolean | undefined;
}

/** A colour, a variable or a gradient, without characters that could end the CSS rule. */
const BACKGROUND_RE =
  /^(?:#[\da-f]{3,8}|[a-z]+|var\(--[\w-]+\)|(?:rgb|hsl|(?:repeating-)?(?:linear|radial|conic)-gradient)[\w\s#%.,()-]*)$/i;

/** The background of the first slide, or else that of its stack. Background images are not read here. */
function readBackground(facts: SectionFacts): Background | undefined {
  return firstAttributes(facts)
    .map(backgroundOf)
    .findLast((background) => background !== undefined);
}

function backgroundOf(attributes: Attributes): Background | undefined {
  const gradient = attributes['data-background-gradient'];
  const colour = attributes['data-background-color'] ?? attributes['data-background'];
  const css = [gradient, colour].find((value) => value !== undefined && BACKGROUND_RE.test(value.trim()));
  if (css === undefined) return undefined;
  const seen = colour === undefined ? undefined : readRgba(colour);
  return { css, isDark: seen && seen.alpha > 0 ? isDark(seen.colour) : undefined };
}
