/** Ids of headings, the way Hugo makes them by default (`autoIDType = "github"`, Hugo 0.169). */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { environmentOf, type Environment } from '../environment.ts';

const DROPPED_RE = /[^\p{L}\p{M}\p{Nd}_\- ]/gu;

export function headingIds(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.autoHeadingId) return;
  markdown.core.ruler.push('heading_ids', (state: StateCore) => {
    const environment = environmentOf(state.env);
    for (const [n, heading] of state.tokens.entries()) {
      if (heading.type !== 'heading_open') continue;
      const own = heading.attrGet('id');
      if (own !== null) environment.headingIds.add(String(own));
      else
        heading.attrs = [
          ['id', freeId(headingText(state, state.tokens[n + 1]), environment)],
          ...(heading.attrs ?? []),
        ];
    }
  });
}

/** Letters, digits, `_` and `-` stay, each space becomes a dash, all of it in lower case; doubles are numbered. */
function freeId(text: string, { headingIds: taken }: Environment): string {
  const id =
    text.trim().replace(DROPPED_RE, '').replaceAll(' ', '-').replaceAll('\u0130', 'i').toLowerCase() ||
    'heading';
  let free = id;
  for (let n = 1; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}

/** What a reader sees of a heading. Hugo lets the mark of a shortcode leak into the id; here its text counts. */
function headingText(state: StateCore, inline: Token | undefined): string {
  const { marks } = environmentOf(state.env);
  const text = textOf(inline?.children ?? []);
  const { html } = marks.settle(text);
  return html === text ? text : textOf(parseInline(state, html));
}

function parseInline(state: StateCore, html: string): Token[] {
  const tokens: Token[] = [];
  state.md.inline.parse(html, state.md, state.env, tokens);
  return tokens;
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'text' || type === 'code_inline') return content;
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return children ? textOf(children) : '';
    })
    .join('');
}
