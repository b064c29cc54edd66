/**
 * Functions that measure what is painted under content, and that show one part of a slide alone while a picture is
 * taken. They are sent as text, so each one uses only its arguments, globals of the page, and the other functions
 * through `deckShapes`.
 */
import type { Box, BoxShape, Shadow } from '../ooxml/model.ts';
import type { BoxLook, MeasureTools, Surroundings } from './measured.ts';

declare const deckShapes: MeasureTools;

/** Adds the background and the borders of an element: as shapes, or as a picture of what shapes can't be. */
function decorate(element: Element, around: Surroundings): void {
  if (element.matches('html, body, .reveal, .slides, mark, table *')) return;
  const style = getComputedStyle(element);
  if (style.visibility !== 'visible') return;
  const paint = deckShapes.paintOf(element, style);
  if (paint !== undefined) {
    const text = (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
    return deckShapes.shoot(element, { what: `${paint} of “${short}”`, isDecoration: true }, around);
  }
  const inner = deckShapes.enter(element, around);
  const fill = deckShapes.color(style.backgroundColor);
  const borders = (['top', 'right', 'bottom', 'left'] as const).map((side) =>
    deckShapes.borderOf(style, side, inner),
  );
  if (fill.alpha === 0 && borders.every((border) => !border)) return;
  const color = fill.alpha > 0 ? { hex: fill.hex, alpha: fill.alpha * inner.opacity } : undefined;
  const radius = (Number.parseFloat(style.borderTopLeftRadius) || 0) * inner.scale;
  const shadow = color && deckShapes.shadowOf(element, inner);
  for (const rect of element.getClientRects()) {
    const box = deckShapes.cut(deckShapes.boxOf(rect), around.clip);
    if (box.width < 0.5 || box.height < 0.5) continue;
    for (const shape of deckShapes.boxShapes(box, { color, radius, borders }))
      deckShapes.items.push({
        kind: 'shape',
        shape: { kind: 'box', ...shape, ...(shadow && shape.fill === color && { shadow }) },
      });
  }
}

/** What is painted on an element that no shape can show; `undefined` for nothing. */
function paintOf(element: Element, style: CSSStyleDeclaration): string | undefined {
  const hasPseudo = ['::before', '::after']
    .map((name) => getComputedStyle(element, name))
    .some(
      ({ content, display, backgroundColor, backgroundImage, borderTopWidth }) =>
        content !== 'none' &&
        content !== 'normal' &&
        display !== 'none' &&
        (!/^(?:""|none)?$/.test(content) ||
          backgroundImage !== 'none' ||
          Number.parseFloat(borderTopWidth) > 0 ||
          deckShapes.color(backgroundColor).alpha > 0),
    );
  const isCounter = element.matches('.hljs-ln-numbers');
  if (style.backgroundImage !== 'none' || style.borderImageSource !== 'none' || (hasPseudo && !isCounter))
    return 'the decoration';
  if (style.boxShadow === 'none') return undefined;
  // The shadow of a block of code is that of the box that its lines are on.
  const isCode = element.tagName === 'PRE' && element.querySelector(':scope > code') !== null;
  const isFilled = isCode || deckShapes.color(style.backgroundColor).alpha > 0;
  return isFilled && deckShapes.readShadow(style.boxShadow) ? undefined : 'the shadow';
}

/** The shadow of a box; `undefined` for a box without one. */
function shadowOf(element: Element, { scale, opacity }: Surroundings): Shadow | undefined {
  const isCode = element.tagName === 'CODE' && element.parentElement?.tagName === 'PRE';
  const owners = isCode && element.parentElement ? [element, element.parentElement] : [element];
  const [shadow] = owners.flatMap((owner) => deckShapes.readShadow(getComputedStyle(owner).boxShadow) ?? []);
  if (!shadow) return undefined;
  const { color, x, y, blur } = shadow;
  return {
    color: { hex: color.hex, alpha: color.alpha * opacity },
    x: x * scale,
    y: y * scale,
    blur: blur * scale,
  };
}

/** Reads a shadow as computed styles have it; `undefined` for what a shape can't have, such as two of them. */
function readShadow(css: string): Shadow | undefined {
  const [, color = '', x, y, blur] =
    /^([a-z]+\([^()]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px 0px$/.exec(css) ?? [];
  if (x === undefined) return undefined;
  return { color: deckShapes.color(color), x: Number(x), y: Number(y), blur: Number(blur) };
}

/** The shapes of a box: one with a line around it, or one with a shape for each of its borders. */
function boxShapes(box: Box, { color, radius, borders }: BoxLook): readonly Omit<BoxShape, 'kind'>[] {
  const [first] = borders;
  const { left, top, width, height } = box;
  if (first && borders.every((border) => JSON.stringify(border) === JSON.stringify(first))) {
    // A line of a shape is on its edge, and a border inside of it.
    const half = first.width / 2;
    const edge: Box = {
      left: left + half,
      top: top + half,
      width: width - first.width,
      height: height - first.width,
    };
    return [{ box: edge, fill: color, border: first, radius: Math.max(0, radius - half) }];
  }
  const lines = borders.flatMap((border, side): Omit<BoxShape, 'kind'>[] => {
    const thick = border?.width ?? 0;
    const places: readonly Box[] = [
      { left, top, width, height: thick },
      { left: left + width - thick, top, width: thick, height },
      { left, top: top + height - thick, width, height: thick },
      { left, top, width: thick, height },
    ];
    const place = places[side];
    return border && place ? [{ box: place, fill: border.color }] : [];
  });
  return [...(color ? [{ box, fill: color, radius }] : []), ...lines];
}

/** Shows one element alone, on nothing: as a whole, or without its content. */
function isolate(index: number, isDecoration: boolean): void {
  const element = deckShapes.elements[index];
  if (!element) return;
  for (const one of element.querySelectorAll('*'))
    if (getComputedStyle(one).visibility !== 'visible') one.setAttribute('data-deck-unseen', '');
  element.setAttribute('data-deck-alone', isDecoration ? 'decoration' : 'whole');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
html, body, .reveal-viewport { background: transparent !important; }
html * { visibility: hidden !important; }
html [data-deck-alone], html [data-deck-alone=whole] *:not([data-deck-unseen]) { visibility: visible !important; }
html [data-deck-alone=decoration] { -webkit-text-fill-color: transparent !important; text-shadow: none !important;
  text-decoration-color: transparent !important; }
html [data-deck-alone=decoration]::before, html [data-deck-alone=decoration]::after {
  -webkit-text-fill-color: currentcolor !important; }`);
  document.adoptedStyleSheets.push(sheet);
}

/** Shows the background of the slide alone. */
function isolateBackground(): void {
  document.body.setAttribute('data-deck-alone', 'background');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
body > :not(:has(.backgrounds), .backgrounds), .reveal > :not(.backgrounds), .reveal > :not(.backgrounds) * {
  visibility: hidden !important; }`);
  document.adoptedStyleSheets.push(sheet);
}

/** Ends what `isolate` and `isolateBackground` have done. */
function restore(): void {
  if (document.querySelector('[data-deck-alone]')) document.adoptedStyleSheets.pop();
  for (const name of ['data-deck-alone', 'data-deck-unseen'])
    for (const one of document.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
}

/** The functions by their names. */
export const decorationMeasures = {
  decorate,
  paintOf,
  shadowOf,
  readShadow,
  boxShapes,
  isolate,
  isolateBackground,
  restore,
};
