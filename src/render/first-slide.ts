/** The first slide of a page as it is painted before reveal.js has arrived: where it will stand, and on its ground. */
import { isDark, readRgba } from '../rgb.ts';
import type { Client, DeckParams, FirstPaint, StyleRequest, Table } from '../types.ts';
import { firstFonts } from './first-fonts.ts';
import { readValues, replaceTags, replaceValues } from './tags.ts';

/** The slides of a page, and the style in which they are shown. */
export interface ShownSlides {
  readonly params: DeckParams;
  readonly sections: readonly string[];
  readonly style: StyleRequest;
}

/** What the layouts need for it; `undefined` where the page waits for its stylesheet. */
export function firstSlideData(
  { params, sections, style }: ShownSlides,
  client: Client,
  address: (file: string) => string,
): Table | undefined {
  const paint = client.firstPaint?.(style);
  if (!paint) return undefined;
  const section = sections[firstShown(sections)] ?? '';
  return {
    css: rulesFor(section, paint) + boxRule(params, section),
    fonts: firstFonts(section, paint.fonts).map(address),
    stylesheet: address(client.style(style)),
  };
}

function rulesFor(section: string, { css, rare }: FirstPaint): string {
  const has = (name: string): boolean => new RegExp(`<${name}[\\s>]|["\\s]${name}["\\s]`).test(section);
  return css + rare.flatMap((rule) => (rule.names.some(has) ? rule.css : [])).join('');
}

/**
 * The sections, the first with classes that reveal.js will give it: the one by which a theme chooses letters for a dark
 * ground or a light one, and that of a stack.
 */
export function sectionsToPaint(sections: readonly string[]): readonly string[] {
  const first = firstShown(sections);
  const section = sections[first];
  return section === undefined ? sections : sections.with(first, markFirst(section));
}

function markFirst(section: string): string {
  const { depth, ground } = readFirst(section);
  const names = Array.from({ length: depth - 1 }, () => 'stack');
  if (ground?.isDark !== undefined)
    names.push(ground.isDark ? 'has-dark-background' : 'has-light-background');
  let n = 0;
  return replaceTags(section, (tag) => {
    const name = OPENING_RE.test(tag) ? names[n++] : undefined;
    return name === undefined ? tag : addClass(tag, name);
  });
}

function addClass(tag: string, name: string): string {
  if (!readValues(tag).has('class')) return tag.replace(OPENING_RE, (start) => `${start} class="${name}"`);
  return replaceValues(tag, (attribute, value) =>
    attribute.toLowerCase() === 'class' ? `${value} ${name}` : undefined,
  );
}

const HIDDEN_RE = /^\s*<section\b[^>]*\bdata-visibility\s*=\s*["']?hidden\b/i;

/** Which section is seen first: reveal.js takes hidden slides out before it starts. */
export function firstShown(sections: readonly string[]): number {
  return sections.findIndex((section) => !HIDDEN_RE.test(section));
}

/** reveal.js's own defaults. */
const BOX = { width: 960, height: 700, margin: 0.04, minScale: 0.2, maxScale: 2 } as const;

/** The size of slides as variables, and the ground of the first one. */
export function boxRule({ options }: DeckParams, section: string): string {
  const number = (name: keyof typeof BOX): number => readNumber(options[name]) ?? BOX[name];
  const room = 1 - number('margin');
  const side = (name: 'width' | 'height', unit: 'vw' | 'dvh'): string => {
    const share = /^([\d.]+)%$/.exec(String(options[name]))?.[1];
    return share === undefined ? `${number(name)}px` : `calc(${share}${unit}*${room})`;
  };
  const ground = readFirst(section).ground?.css;
  const rows = [
    `--deck-width:${side('width', 'vw')}`,
    `--deck-height:${side('height', 'dvh')}`,
    `--deck-room:${room}`,
    `--deck-min-scale:${number('minScale')}`,
    `--deck-max-scale:${number('maxScale')}`,
    ...(options['center'] === false ? ['--deck-align:start'] : []),
    ...(ground === undefined ? [] : [`--deck-ground:${ground}`]),
  ];
  return `.deck-waiting .reveal{${rows.join(';')}}`;
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

interface Ground {
  readonly css: string;
  /** As reveal.js judges it; `undefined` where only the browser can tell. */
  readonly isDark: boolean | undefined;
}

/** A colour or a gradient, and nothing that could end the rule it is written in. */
const GROUND_RE =
  /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl|(?:repeating-)?(?:linear|radial|conic)-gradient)[\w\s#%.,()-]*)$/i;

/** The slide that is shown first, and its ground; pictures come by themselves. */
interface FirstShown {
  /** 1, or in a stack 2. */
  readonly depth: number;
  readonly ground: Ground | undefined;
}

const OPENING_RE = /^<section\b/i;
const CLOSING_RE = /^<\/section\b/i;

/** Reads the section that is shown first. A slide in a stack that has no ground of its own stands on that of the stack. */
function readFirst(section: string): FirstShown {
  const grounds = readFirstValues(section).map(readGround);
  return { depth: grounds.length, ground: grounds.findLast((ground) => ground !== undefined) };
}

/** The attributes of the slide that is shown first; in a stack, behind those of the stack. */
export function readFirstValues(section: string): readonly ReadonlyMap<string, string>[] {
  const opened: string[] = [];
  let isClosed = false;
  replaceTags(section, (tag) => {
    isClosed ||= CLOSING_RE.test(tag);
    if (OPENING_RE.test(tag) && !isClosed) opened.push(tag);
    return tag;
  });
  return opened.map(readValues);
}

function readGround(values: ReadonlyMap<string, string>): Ground | undefined {
  const gradient = values.get('data-background-gradient');
  const colour = values.get('data-background-color') ?? values.get('data-background');
  const css = [gradient, colour].find((value) => value !== undefined && GROUND_RE.test(value.trim()));
  if (css === undefined) return undefined;
  const seen = colour === undefined ? undefined : readRgba(colour);
  return { css, isDark: seen && seen.alpha > 0 ? isDark(seen.colour) : undefined };
}
