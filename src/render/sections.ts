/** Slides as the HTML that reveal.js reads: one `<section>` each, a stack with its children inside. */
import type { Attributes, Slide } from '../types.ts';

/** The section of a slide, with its children. */
export function renderSection({ attributes, html, slides }: Slide): string {
  const children = slides.map((child) => `${renderSection(child)}\n`).join('');
  return `<section${renderAttributes(attributes)}>\n${html}${children}</section>`;
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
