/** `## Heading {#id .class key="value"}`: attributes at the end of a heading, as in Hugo. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { attributeTexts, readAttributes } from '../attributes.ts';
import { startOfTrailing } from '../characters.ts';

const SPACE = ' \t';

export function headingAttributes(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.headingAttributes) return;
  markdown.core.ruler.before('inline', 'heading_attributes', (state: StateCore) => {
    for (const [n, heading] of state.tokens.entries()) {
      const text = state.tokens[n + 1];
      if (heading.type === 'heading_open' && text) takeAttributes(heading, text);
    }
  });
}

/** Moves attributes from the text to the heading; braces with anything else are text. */
function takeAttributes(heading: Token, text: Token): void {
  const block = findBlock(text.content);
  const attributes = Object.entries(attributeTexts((block && readAttributes(block.inside)) ?? {}));
  if (!block || attributes.length === 0) return;
  for (const [name, value] of attributes) heading.attrSet(name, value);
  text.content = withoutClosing(text.content.slice(0, block.start));
}

/** Finds the braces at the end of a text, unless they are escaped, and the whitespace before them. */
function findBlock(text: string): { readonly start: number; readonly inside: string } | undefined {
  const end = startOfTrailing(SPACE, text);
  const open = text[end - 1] === '}' ? text.lastIndexOf('{', end) : -1;
  const inside = text.slice(open + 1, end - 1);
  if (open < 0 || text[open - 1] === '\\' || inside.includes('}')) return undefined;
  return { start: startOfTrailing(SPACE, text, open), inside };
}

/** Removes the number signs that close a heading, with the whitespace before them. */
function withoutClosing(text: string): string {
  const signs = startOfTrailing('#', text);
  const end = startOfTrailing(SPACE, text, signs);
  return signs < text.length && end < signs ? text.slice(0, end) : text;
}
