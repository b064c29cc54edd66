/**
 * Functions that read the look of a deck and the links of its slides. They are sent as text, so each one uses only its
 * arguments, globals of the page, and the other functions through `deckShapes`.
 */
import type { RevealApi } from 'reveal.js';
import type { Box, Color, Link, Look } from '../ooxml/model.ts';
import type { SlideTools } from '../slide-tools.ts';

/** What a picture of a slide does not say. */
export interface SlideWords {
  readonly title: string;
  /** The text of the slide, with the alternative texts of its pictures. */
  readonly alt: string;
  readonly links: readonly { readonly box: Box; readonly link: Link; readonly text: string }[];
  readonly background: Color;
}

/** The functions. */
export interface PageTools {
  publicUrl: string;
  look(publicUrl: string): Look;
  words(): SlideWords;
  color(css: string): Color;
  fontOf(families: string): string;
  backgroundColor(): Color;
  altOf(element: Element): string;
  linkOf(element: Element): Link | undefined;
  slideAt(hash: string): Link | undefined;
  boxOf(rect: DOMRect): Box;
}

declare const deckShapes: PageTools;
declare const deckExport: SlideTools;
declare const Reveal: RevealApi;

/** The colours and fonts of the deck, from texts that are laid out for a moment. */
function look(publicUrl: string): Look {
  deckShapes.publicUrl = publicUrl;
  const slides = Reveal.getSlidesElement() ?? document.body;
  const probe = document.createElement('section');
  probe.className = 'present';
  probe.innerHTML = '<h2>a</h2><p>b <a href="https://example.org/">c</a></p>';
  slides.append(probe);
  const styleOf = (selector: string): CSSStyleDeclaration =>
    getComputedStyle(probe.querySelector(selector) ?? probe);
  const [heading, text, link] = [styleOf('h2'), styleOf('p'), styleOf('a')];
  const opaque = (css: string): Color => ({ ...deckShapes.color(css), alpha: 1 });
  const counts = new Map<string, number>();
  for (const token of slides.querySelectorAll('pre code span')) {
    const { hex } = deckShapes.color(getComputedStyle(token).color);
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
  }
  const accents = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([hex]) => hex);
  const found: Look = {
    background: opaque(getComputedStyle(Reveal.getViewportElement() ?? document.body).backgroundColor),
    text: opaque(text.color),
    heading: opaque(heading.color),
    link: opaque(link.color),
    accents: accents.slice(0, 6).map((hex) => ({ hex, alpha: 1 })),
    headingFont: deckShapes.fontOf(heading.fontFamily),
    textFont: deckShapes.fontOf(text.fontFamily),
  };
  probe.remove();
  return found;
}

/** Reads what a picture of the current slide does not say. */
function words(): SlideWords {
  const slide = Reveal.getCurrentSlide();
  const text = deckExport.readText(slide);
  const alts = [...slide.querySelectorAll('img, [role=img], video, iframe, canvas')]
    .filter((element) => !element.closest('aside.notes') && element.checkVisibility())
    .map((element) => deckShapes.altOf(element))
    .filter(Boolean);
  const anchors = [...document.querySelectorAll('.reveal a[href]')].filter(
    (anchor) =>
      !anchor.closest('aside.notes') &&
      (slide.contains(anchor) || !anchor.closest('.slides')) &&
      anchor.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
  const links = anchors.flatMap((anchor) => {
    const link = deckShapes.linkOf(anchor);
    if (!link) return [];
    const label = deckExport.readText(anchor) || deckShapes.altOf(anchor.querySelector('img, svg') ?? anchor);
    const rects = [
      ...anchor.getClientRects(),
      ...[...anchor.children].flatMap((one) => [...one.getClientRects()]),
    ];
    const areas = rects.filter(({ width, height }) => width > 1 && height > 1);
    const isInner = (rect: DOMRect, other: DOMRect): boolean =>
      rect !== other &&
      rect.left >= other.left - 1 &&
      rect.top >= other.top - 1 &&
      rect.right <= other.right + 1 &&
      rect.bottom <= other.bottom + 1;
    return areas
      .filter(
        (rect, at) => !areas.some((other, n) => isInner(rect, other) && (n < at || !isInner(other, rect))),
      )
      .map((rect) => ({ box: deckShapes.boxOf(rect), link, text: label }));
  });
  const heading = slide.querySelector('h1, h2, h3, h4, h5, h6');
  const named = heading ? deckExport.readText(heading).replaceAll(/\s+/g, ' ').trim() : '';
  const label = /^Slide \d+$/.test(slide.ariaLabel ?? '') ? '' : slide.ariaLabel;
  const first = text.split('\n').find((line) => line.trim() !== '') ?? alts[0] ?? '';
  const short = first.length > 80 ? `${first.slice(0, 79).replace(/\s+\S*$/, '')}…` : first;
  return {
    // The page gives slides without headings a label with their number.
    title: named || label || short.trim() || (slide.ariaLabel ?? ''),
    alt: [text, ...alts].join('\n').trim(),
    links,
    background: deckShapes.backgroundColor(),
  };
}

/** Reads a colour in any form of CSS. */
function color(css: string): Color {
  const [, r, g, b, a = '1'] = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css) ?? [];
  const write = (values: readonly number[]): string =>
    values
      .map((value) => Math.round(value).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  if (r !== undefined) return { hex: write([Number(r), Number(g), Number(b)]), alpha: Number(a) };
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return { hex: '000000', alpha: 1 };
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { hex: write([red, green, blue]), alpha: Math.round((alpha / 255) * 100) / 100 };
}

/** The font of a list that a program knows by name. */
function fontOf(families: string): string {
  const generic: Readonly<Record<string, string>> = {
    serif: 'Times New Roman',
    'ui-serif': 'Times New Roman',
    monospace: 'Courier New',
    'ui-monospace': 'Courier New',
    cursive: 'Comic Sans MS',
  };
  const names = families.split(',').map((name) => name.trim().replaceAll(/^["']|["']$/g, ''));
  const isKnown = (name: string): boolean => !/^(?:-apple-system|blinkmacsystemfont|ui-)/i.test(name);
  const first = names.find(isKnown) ?? names[0] ?? 'Arial';
  if (/^(?:sans-serif|system-ui|ui-sans-serif|math|emoji|fangsong|fantasy)$/.test(first)) return 'Arial';
  return generic[first] ?? first;
}

/** The colour below the current slide, whatever is painted on it. */
function backgroundColor(): Color {
  const slide = Reveal.getCurrentSlide();
  const background = Reveal.getSlideBackground(slide) as Element | undefined;
  const places = [background, Reveal.getViewportElement(), document.body, document.documentElement];
  const colors = places
    .flatMap((place) => (place ? [deckShapes.color(getComputedStyle(place).backgroundColor)] : []))
    .filter(({ alpha }) => alpha > 0);
  const solid = colors.findIndex(({ alpha }) => alpha === 1);
  const below = colors[solid]?.hex ?? 'FFFFFF';
  const above = colors.slice(0, solid < 0 ? undefined : solid).reverse();
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = above.reduce((under, { hex, alpha }) => {
    const mix = (at: number): string =>
      Math.round(channel(hex, at) * alpha + channel(under, at) * (1 - alpha))
        .toString(16)
        .padStart(2, '0');
    return [0, 2, 4].map(mix).join('').toUpperCase();
  }, below);
  return { hex: mixed, alpha: 1 };
}

/** What a picture is called; empty for decoration. */
function altOf(element: Element): string {
  const read = (name: string): string => element.getAttribute(name)?.trim() ?? '';
  const title = element.querySelector(':scope > title')?.textContent.trim() ?? '';
  return read('aria-label') || read('alt') || title || read('title') || read('data-alt');
}

/** Where a click on an element leads. */
function linkOf(element: Element): Link | undefined {
  const jump = element.closest('[class*=navigate-]')?.getAttribute('class') ?? '';
  if (/\bnavigate-(?:next|right|down)\b/.test(jump)) return { kind: 'jump', to: 'nextslide' };
  if (/\bnavigate-(?:prev|left|up)\b/.test(jump)) return { kind: 'jump', to: 'previousslide' };
  const href = element.closest('a[href]')?.getAttribute('href') ?? '';
  if (href === '' || !URL.canParse(href, document.baseURI)) return undefined;
  const url = new URL(href, document.baseURI);
  const here = new URL(document.baseURI);
  const isHere = url.origin === here.origin && url.pathname === here.pathname;
  if (isHere && url.hash !== '') return deckShapes.slideAt(decodeURIComponent(url.hash));
  if (url.origin !== here.origin)
    return /^(?:https?|mailto|tel):$/.test(url.protocol) ? { kind: 'url', url: url.href } : undefined;
  if (deckShapes.publicUrl === '') return undefined;
  // The site has the same paths on this machine.
  return { kind: 'url', url: new URL(url.pathname + url.search + url.hash, deckShapes.publicUrl).href };
}

/** The slide of a hash, by its place among all slides; hidden slides have no number. */
function slideAt(hash: string): Link | undefined {
  const isShown = (section: Element): boolean =>
    !section.matches('[data-visibility=hidden]') &&
    (!section.querySelector(':scope > section') ||
      section.querySelector(':scope > section:not([data-visibility=hidden])') !== null);
  const sectionsOf = (parent: Element): readonly Element[] =>
    [...parent.children].filter((child) => child.tagName === 'SECTION');
  const base = Reveal.getConfig().hashOneBasedIndex ? 1 : 0;
  const [, h, v = String(base)] = /^#\/(\d+)(?:\/(\d+))?(?:\/\d+)?$/.exec(hash) ?? [];
  const [, id = ''] = /^#\/?([^/]+)(?:\/\d+)?$/.exec(hash) ?? [];
  let slide: Element | null | undefined;
  if (h !== undefined) {
    const column = sectionsOf(Reveal.getSlidesElement() ?? document.body).filter(isShown)[Number(h) - base];
    const stack = column ? sectionsOf(column).filter(isShown) : [];
    slide = stack.length > 0 ? (stack[Number(v) - base] ?? stack[0]) : column;
  } else if (hash === '#' || hash === '#/') slide = Reveal.getSlides()[0];
  else slide = document.getElementById(id)?.closest('.slides section');
  const inStack = slide?.querySelector(':scope > section') ?? slide;
  const index = Reveal.getSlides().indexOf(inStack as HTMLElement);
  return index < 0 ? undefined : { kind: 'slide', index };
}

const boxOf = ({ left, top, width, height }: DOMRect): Box => ({ left, top, width, height });

/** The functions by their names. */
export const pageTools = {
  look,
  words,
  color,
  fontOf,
  backgroundColor,
  altOf,
  linkOf,
  slideAt,
  boxOf,
} satisfies Omit<PageTools, 'publicUrl'>;
