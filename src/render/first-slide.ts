/** The first slide of a page as it is painted before reveal.js has arrived: where it will stand, and on its ground. */
import { addAttributes, applyEdits, type Edit, editValues } from '../html-edits.ts';
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
import { firstVisibleIndex, shownSlides } from './shown-slides.ts';

/** The slides of a page, and the style in which they are shown. */
export interface ShownSlides {
  readonly params: DeckParams;
  readonly sections: readonly Section[];
  readonly style: StyleRequest;
}

/** What the layouts need for it; `undefined` where the page waits for its stylesheet. */
export function firstSlideData(
  { params, sections, style }: ShownSlides,
  client: Client,
  address: (file: string) => string,
): Table | undefined {
  const firstPaint = client.criticalCss?.(style);
  if (!firstPaint) return undefined;
  const facts = sections[firstVisibleIndex(sections)]?.facts;
  return {
    css: (facts ? criticalCss(facts, firstPaint) : firstPaint.css) + slideSizeRule(params, facts),
    fonts: facts ? findFirstFonts(facts, firstPaint.fonts).map(address) : [],
    stylesheet: address(client.style(style)),
  };
}

function criticalCss({ tags, classes }: SectionFacts, { css, conditionalRules }: CriticalCss): string {
  const has = (name: string): boolean => tags.has(name) || classes.has(name);
  return css + conditionalRules.flatMap((rule) => (rule.names.some(has) ? rule.css : [])).join('');
}

/**
 * The sections as a page has them: images come when they are needed. Here and not in the sections themselves, which stay
 * the same for an open page when the first slide is another.
 * @param isPainted whether the first one is painted before reveal.js has arrived
 */
export function publishSections(sections: readonly Section[], isPainted: boolean): readonly string[] {
  const first = firstVisibleIndex(sections);
  return sections.map((section, n) =>
    applyEdits(section.html, [
      ...setLoading(section.facts, n === first),
      ...(isPainted && n === first ? addFirstClasses(section) : []),
    ]),
  );
}

/**
 * Adds classes that reveal.js will give to the section that is shown first: the one by which a theme chooses the colour of
 * text on a dark or a light background, and that of a stack.
 */
export function addFirstClasses({ html, facts }: Section): readonly Edit[] {
  const chain = firstChain(facts);
  const background = readBackground(facts);
  const names = [
    ...(chain.length > 1 ? ['stack'] : []),
    ...(background?.isDark === undefined
      ? []
      : [background.isDark ? 'has-dark-background' : 'has-light-background']),
  ];
  return chain.flatMap((tag, n) => (names[n] === undefined ? [] : addClass(html, tag, names[n])));
}

function addClass(html: string, tag: TagFacts, added: string): readonly Edit[] {
  const edits = editValues(html, tag, (name, value) => (name === 'class' ? `${value} ${added}` : undefined));
  return edits.length > 0 ? edits : [addAttributes(tag, `class="${added}"`)];
}

/** The tag of the slide that is shown first; in a stack, after that of the stack. */
function firstChain(facts: SectionFacts): readonly TagFacts[] {
  const [shown] = shownSlides(facts);
  return shown === facts.own ? [shown.tag] : [facts.own.tag, shown.tag];
}

/** The attributes of the slide that is shown first; in a stack, after those of the stack. */
export function firstAttributes(facts: SectionFacts): readonly Attributes[] {
  return firstChain(facts).map(({ attributes }) => attributes);
}

/** reveal.js's own defaults. */
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
    ...(background === undefined ? [] : [`--deck-ground:${background}`]),
  ];
  return `.deck-waiting .reveal{${rows.join(';')}}`;
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

interface Background {
  readonly css: string;
  /** As reveal.js judges it; `undefined` where only the browser can tell. */
  readonly isDark: boolean | undefined;
}

/** A colour or a gradient, and nothing that could end the rule it is written in. */
const BACKGROUND_RE =
  /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl|(?:repeating-)?(?:linear|radial|conic)-gradient)[\w\s#%.,()-]*)$/i;

/** The first background. A slide in a stack that has none of its own is on that of the stack; images come by themselves. */
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
