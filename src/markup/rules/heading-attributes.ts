/** `## Heading {#id .class key="value"}`: attributes at the end of a heading, as in Hugo. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { attributeTexts, readAttributes } from '../attributes.ts';

const BLOCK_RE = /[ \t]*(?<!\\)\{([^{}]*)\}[ \t]*$/;

/** Number signs that close a heading, before its attributes. */
const CLOSING_RE = /[ \t]+#+[ \t]*$/;

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
  const block = BLOCK_RE.exec(text.content);
  const attributes = Object.entries(attributeTexts((block && readAttributes(block[1] ?? '')) ?? {}));
  if (!block || attributes.length === 0) return;
  for (const [name, value] of attributes) heading.attrSet(name, value);
  text.content = text.content.slice(0, block.index).replace(CLOSING_RE, '');
}
