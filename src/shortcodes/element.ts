/** Writes HTML elements. */
import { escapeHtml } from '../escape-html.ts';

/** Attributes by name: `true` stands alone, and what is `undefined` or empty is left out. */
export type ElementAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An opening tag. */
export function openTag(name: string, attributes: ElementAttributes): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false || value === '') return '';
    return value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`;
  });
  return `<${name}${written.join('')}>`;
}

/** An element around HTML. */
export function writeElement(name: string, attributes: ElementAttributes, html: string): string {
  return `${openTag(name, attributes)}${html}</${name}>`;
}
