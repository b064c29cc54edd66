/** `~~text~~` and `~text~` become `<del>`, as in Goldmark; three tildes or more are text. */
import type { Delimiter, MarkdownIt, StateInline } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

const TILDE = '~'.charCodeAt(0);

/** Markers by the length of a run: runs of one tilde pair with runs of one, and those of two with two. */
const MARKERS: readonly number[] = [-TILDE, TILDE];

export function strikethrough(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.strikethrough && !config.extras.delete) return disable(markdown);
  // Goldmark's `delete` needs two tildes, and leaves one to subscripts.
  const shortest = config.strikethrough ? 1 : 2;
  markdown.inline.ruler.at('strikethrough', (state, silent) => readTildes(state, silent, shortest));
  markdown.inline.ruler2.at('strikethrough', (state) => {
    writePairs(state, state.delimiters);
    for (const meta of state.tokens_meta) if (meta?.delimiters) writePairs(state, meta.delimiters);
    return true;
  });
}

function disable(markdown: MarkdownIt): void {
  markdown.inline.ruler.disable('strikethrough');
  markdown.inline.ruler2.disable('strikethrough');
}

function readTildes(state: StateInline, silent: boolean, shortest: number): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false;
  const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, true);
  if (length < shortest) return false;
  const run = '~'.repeat(length);
  state.pos += length;
  const marker = MARKERS[length - 1];
  if (marker === undefined) {
    state.pending += run;
    return true;
  }
  state.push('text', '', 0).content = run;
  // markdown-it also pairs runs by their length, in multiples of three; 0 disables that.
  state.delimiters.push({ marker, length: 0, token: state.tokens.length - 1, end: -1, open, close });
  return true;
}

function writePairs(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    const closer = opener.end < 0 ? undefined : delimiters[opener.end];
    if (!closer || !MARKERS.includes(opener.marker)) continue;
    const tags = [
      { token: state.tokens[opener.token], type: 's_open', nesting: 1 },
      { token: state.tokens[closer.token], type: 's_close', nesting: -1 },
    ] as const;
    for (const { token, type, nesting } of tags)
      if (token) Object.assign(token, { type, tag: 'del', nesting, content: '' });
  }
}
