/** Writes HTML: what is text in it, and attributes. */
import { escapeHtml } from '../escape-html.ts';
import type { Attributes } from '../types.ts';

/** Attributes with a space in front of each. */
export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${escapeHtml(name)}="${escapeHtml(value)}"`)
    .join('');
}

/** Classes, as one attribute has them. */
export function joinClasses(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
