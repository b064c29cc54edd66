/** Tracks the lines of the block whose inline text is being parsed: inline rules report at a line. */
import type { MarkdownIt, Token } from 'markdown-it';
import { getEnvironment } from '../environment.ts';

export function sourceLines(markdown: MarkdownIt): void {
  markdown.core.ruler.at('inline', (state) => {
    const environment = getEnvironment(state.env);
    // Cells of tables have no lines of their own: theirs are those of the row.
    let around: Token['map'] = [0, 0];
    for (const token of state.tokens) {
      around = token.map ?? around;
      if (token.type !== 'inline') continue;
      token.map ??= around;
      environment.lines = token.map ?? [0, 0];
      token.children ??= [];
      state.md.inline.parse(token.content, state.md, state.env, token.children);
    }
  });
}
