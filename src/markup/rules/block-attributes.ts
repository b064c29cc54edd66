/** `{.class #id key="value"}` on the line below a block, if the site enables it. */
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { attributeTexts, readAttributes } from '../attributes.ts';

const LINE_RE = /^\{([^{}]*)\}[ \t]*$/;

/** Blocks that a line of attributes ends. */
const ENDED = ['paragraph', 'reference', 'blockquote', 'list'];

export function blockAttributes(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.blockAttributes) return;
  markdown.block.ruler.before('table', 'block_attributes', readLine, { alt: ENDED });
  markdown.core.ruler.after('block', 'block_attributes', (state: StateCore) => {
    for (const [n, token] of state.tokens.entries()) {
      const block = token.type === 'block_attributes' ? blockBefore(state.tokens, n) : undefined;
      if (block) setAttributes(block, token);
    }
    state.tokens = state.tokens.filter(({ type }) => type !== 'block_attributes');
  });
}

function readLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const text = LINE_RE.exec(state.src.slice(start, state.eMarks[startLine]))?.[1];
  const attributes = text?.trim() ? readAttributes(text) : undefined;
  if (!attributes) return false;
  if (silent) return true;
  const token = state.push('block_attributes', '', 0);
  // After an empty line, attributes belong to nothing, and Hugo drops them.
  token.meta = startLine > 0 && !state.isEmpty(startLine - 1) ? attributeTexts(attributes) : {};
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

/** The opening token of the block right above. Fences have attributes next to their language only. */
function blockBefore(tokens: readonly Token[], at: number): Token | undefined {
  const last = tokens[at - 1];
  if (!last || last.nesting === 1 || last.type === 'fence') return undefined;
  if (last.nesting === 0) return last;
  const opening = last.type.replace(/_close$/, '_open');
  let start = at - 1;
  while (start >= 0 && (tokens[start]?.type !== opening || tokens[start]?.level !== last.level)) start--;
  return tokens[start];
}

function setAttributes(block: Token, { meta }: Token): void {
  for (const [name, value] of Object.entries(meta as Readonly<Record<string, string>>))
    if (block.attrGet(name) === null) block.attrSet(name, value);
  // Hugo splits at a plain <hr>, so one with attributes is a horizontal line on its slide.
  if (block.type === 'hr' && block.attrs) block.type = 'rule';
}
