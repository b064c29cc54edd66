/** The replacements of the typographer as characters; authors write them as in Hugo, `&laquo;&nbsp;`. */
import type { MarkdownIt } from 'markdown-it';
import type { MarkupConfig, TypographicReplacements } from '../types.ts';

const ENTITY_RE = /&[#\w]+;/g;

/** Reads the replacements of a site; `undefined` if the typographer is off. */
export function readTypographicReplacements(
  { utils }: MarkdownIt,
  { typographer }: MarkupConfig,
): TypographicReplacements | undefined {
  if (!typographer) return undefined;
  const decode = (text: string): string => text.replace(ENTITY_RE, (entity) => utils.unescapeAll(entity));
  return Object.fromEntries(
    Object.entries(typographer).map(([name, text]) => [name, decode(text)]),
  ) as unknown as TypographicReplacements;
}
