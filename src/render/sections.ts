/** Renders slides as HTML for reveal.js: one `<section>` each, a stack with its children inside. */
import { isAttributeName } from '../attribute-safety.ts';
import { applyEdits, type Edit, removeAttributes } from '../html-edits.ts';
import { readHtml } from '../html.ts';
import type { Attributes, Slide } from '../types.ts';
import { layoutAttributes } from './slide-layout.ts';

/** Renders the section of a slide, with its children. */
export function renderSection(slide: Slide): string {
  return `${openSection(slide, '')}</section>`;
}

function openSection(slide: Slide, placeholders: string): string {
  const { html, slides } = slide;
  const children = slides.map((child) => `${renderSection(child)}\n`).join('');
  return `<section${placeholders}${renderAttributes(layoutAttributes(slide))}>\n${html}${children}`;
}

/** The theme's attribute for a slide that is already a section. */
const MARK = 'data-noprocess';

/**
 * Renders slides as `.Content` for templates that were written for the reveal-hugo theme: they split it at `<hr />`, wrap
 * each part without `data-noprocess` in a section, and close the section of the other parts.
 */
export function renderContent(slides: readonly Slide[]): string {
  return slides
    .map((slide) => {
      const isPlain = Object.keys(slide.attributes).length === 0 && slide.slides.length === 0;
      return isPlain ? slide.html : openSection(slide, ` ${MARK}`);
    })
    .join('<hr />\n');
}

/** Splits the output of an author's template into top-level sections; text between them belongs to the one before. */
export function splitSections(html: string): readonly string[] {
  const starts: number[] = [];
  const edits: Edit[] = [];
  let depth = 0;
  let templates = 0;
  for (const token of readHtml(html)) {
    if (token.kind === 'text' || token.kind === 'comment') continue;
    if (token.name === 'template') templates = Math.max(templates + (token.kind === 'start' ? 1 : -1), 0);
    if (token.kind === 'start' && MARK in token.attributes)
      edits.push(...removeAttributes(html, token, [MARK]));
    if (templates > 0 || token.name !== 'section' || html.startsWith('/>', token.end - 2)) continue;
    if (token.kind === 'start' && depth++ === 0) starts.push(token.start);
    if (token.kind === 'end') depth = Math.max(depth - 1, 0);
  }
  return starts.map((start, n) => {
    const end = starts[n + 1] ?? html.length;
    const own = edits.filter((edit) => edit.start >= start && edit.start < end);
    const moved = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return applyEdits(html.slice(start, end), moved).trim();
  });
}

function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([name]) => isAttributeName(name))
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
