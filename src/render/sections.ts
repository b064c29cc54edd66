/** Slides as the HTML that reveal.js reads: one `<section>` each, a stack with its children inside. */
import type { Attributes, Slide } from '../types.ts';

/** The section of a slide, with its children. */
export function renderSection(slide: Slide): string {
  return `${openSection(slide, '')}</section>`;
}

function openSection({ attributes, html, slides }: Slide, marks: string): string {
  const children = slides.map((child) => `${renderSection(child)}\n`).join('');
  return `<section${marks}${renderAttributes(attributes)}>\n${html}${children}`;
}

/**
 * Slides as `.Content` has them for templates that were written for the reveal-hugo theme: they split it at `<hr />`,
 * put a section around each part that does not speak of `data-noprocess`, and close the section of those that do.
 */
export function renderContent(slides: readonly Slide[]): string {
  return slides
    .map((slide) => {
      const isPlain = Object.keys(slide.attributes).length === 0 && slide.slides.length === 0;
      return isPlain ? slide.html : openSection(slide, ' data-noprocess');
    })
    .join('<hr />\n');
}

const TAG_RE = /<!--[\s\S]*?-->|<(script|style|template|textarea)\b[\s\S]*?<\/\1\s*>|<(\/?)section\b[^>]*>/gi;

/** The sections at the top of what a template of the author has written; words between them go with the one before. */
export function splitSections(html: string): readonly string[] {
  const starts: number[] = [];
  let depth = 0;
  for (const { 0: tag, 2: slash, index } of html.matchAll(TAG_RE)) {
    if (slash === undefined || tag.endsWith('/>')) continue;
    if (slash === '' && depth++ === 0) starts.push(index);
    if (slash === '/') depth = Math.max(depth - 1, 0);
  }
  return starts.map((start, n) =>
    html
      .slice(start, starts[n + 1])
      .replaceAll(/ data-noprocess(?=[\s>])/g, '')
      .trim(),
  );
}

function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
