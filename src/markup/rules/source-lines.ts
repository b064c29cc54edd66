/** Tracks the lines of the block whose inline text is being parsed: inline rules report at a line. */
import type { MarkdownIt } from 'markdown-it';
import { getEnvironment } from '../environment.ts';

export function sourceLines(markdown: MarkdownIt): void {
  markdown.core.ruler.at('inline', (state) => {
    const environment = getEnvironment(state.env);
    for (const token of state.tokens) {
      if (token.type !== 'inline') continue;
      environment.lines = token.map ?? [0, 0];
      token.children ??= [];
      state.md.inline.parse(token.content, state.md, state.env, token.children);
    }
  });
}
