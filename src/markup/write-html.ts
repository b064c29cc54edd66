/** Writes the attributes and classes of HTML tags. */
import { isAttributeName } from '../attribute-safety.ts';
import { escapeHtml } from '../escape-html.ts';
import type { Attributes } from '../types.ts';

/** Writes attributes, each with a space before it. */
export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([name]) => isAttributeName(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

/** Joins class names to the value of one attribute. */
export function joinClasses(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
