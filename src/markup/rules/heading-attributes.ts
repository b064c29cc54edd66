/** `## Heading {#id .class key="value"}`: attributes at the end of a heading, and nowhere else, as in Hugo. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

const BLOCK_RE = /[ \t]*(?<!\\)\{([^{}]*)\}[ \t]*$/;

/** Number signs that close a heading, in front of its attributes. */
const CLOSING_RE = /[ \t]+#+[ \t]*$/;
const ATTRIBUTE_RE =
  /\s*(?:#(?<id>[^\s#.="'{}]+)|\.(?<class>[^\s#.="'{}]+)|(?<key>[A-Za-z_:][\w:.-]*)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"'{}]+)))(?=\s|$)/y;

export function headingAttributes(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.headingAttributes) return;
  markdown.core.ruler.before('inline', 'heading_attributes', (state: StateCore) => {
    for (const [n, heading] of state.tokens.entries()) {
      const text = state.tokens[n + 1];
      if (heading.type === 'heading_open' && text) takeAttributes(heading, text);
    }
  });
}

function takeAttributes(heading: Token, text: Token): void {
  const block = BLOCK_RE.exec(text.content);
  const attributes = block && readAttributes(block[1] ?? '');
  if (!attributes) return;
  for (const [name, value] of attributes) {
    if (name === 'class') heading.attrJoin(name, value);
    else heading.attrSet(name, value);
  }
  text.content = text.content.slice(0, block.index).replace(CLOSING_RE, '');
}

/** `undefined` where the braces hold anything but attributes: then they are text. */
function readAttributes(text: string): [string, string][] | undefined {
  const attributes: [string, string][] = [];
  for (let at = 0; at < text.trimEnd().length; at = ATTRIBUTE_RE.lastIndex) {
    ATTRIBUTE_RE.lastIndex = at;
    const groups = ATTRIBUTE_RE.exec(text)?.groups;
    if (!groups) return undefined;
    if (groups['id'] !== undefined) attributes.push(['id', groups['id']]);
    else if (groups['class'] !== undefined) attributes.push(['class', groups['class']]);
    else attributes.push([groups['key'] ?? '', groups['quoted'] ?? groups['bare'] ?? '']);
  }
  return attributes.length > 0 ? attributes : undefined;
}
