/** Writes HTML elements. */
import { escapeHtml } from '../escape-html.ts';

/** Attributes by name: `true` has no value; `undefined`, `false` and empty ones are omitted. */
export type ElementAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes an opening tag. */
export function openTag(name: string, attributes: ElementAttributes): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false || value === '') return '';
    return value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`;
  });
  return `<${name}${written.join('')}>`;
}

/** Writes an element that contains HTML. */
export function writeElement(name: string, attributes: ElementAttributes, html: string): string {
  return `${openTag(name, attributes)}${html}</${name}>`;
}
