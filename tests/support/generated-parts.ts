/**
 * Parts of the documents that are written from tables. A page has each between two comments,
 * `<!-- NAME: written by npm run schemas -->` and `<!-- /NAME -->`, and its own text around them.
 */
import { readDocument } from './documents.ts';

const PART_RE = /(<!-- ([\w-]+): written by npm run schemas -->\n)[\s\S]*?(<!-- \/\2 -->)/g;

/** A page with its parts as the tables have them now. @throws {Error} when the page has no place for one of them */
export function writeParts(file: string, parts: Readonly<Record<string, string>>): string {
  const written = new Set<string>();
  const text = readDocument(file).text.replaceAll(PART_RE, (_, start: string, name: string, end: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${file}: nothing writes the part "${name}"`);
    written.add(name);
    return `${start}\n${part.trim()}\n\n${end}`;
  });
  const missing = Object.keys(parts).filter((name) => !written.has(name));
  if (missing.length > 0) throw new Error(`${file} has no part ${missing.join(', ')}`);
  return text;
}

/** Text of a message as Markdown: tags and stars stay what they are. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/(?:<\/?[\w-]+>)+/g, (tags) => `\`${tags}\``)
    .replaceAll('*', '\\*')
    .replaceAll('|', '\\|');
}

/** A table in Markdown. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`.replaceAll('  ', ' ');
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
