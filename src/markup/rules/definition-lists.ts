/**
 * Terms, with definitions below them: `: ` at the beginning of a line. As in Goldmark, each line of the paragraph above
 * is a term, blank lines may come between, and a paragraph has its tags if an empty line comes before it.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

/** markdown-it keeps the indentation of the current definition; its types don't declare that. */
interface DefinitionState extends StateBlock {
  ddIndent: number;
}

const MARKER_RE = /:[ \t]+/y;

export function definitionLists(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.definitionList) return;
  const plain = new WeakMap<StateBlock, PlainLines>();
  markdown.block.ruler.before(
    'lheading',
    'deflist',
    (state, startLine, endLine, silent) => {
      const known = plain.get(state);
      if (!silent && known && isAmong(known, startLine, state)) return false;
      return readList(state, startLine, endLine, {
        silent,
        onPlain: (end) => plain.set(state, { start: startLine, end, indent: state.blkIndent }),
      });
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

/** Lines that end without a definition: whatever block begins at one of them, it is no list of definitions. */
interface PlainLines {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

const isAmong = ({ start, end, indent }: PlainLines, line: number, state: StateBlock): boolean =>
  start <= line && line < end && indent === state.blkIndent;

interface ListOptions {
  readonly silent: boolean;
  /** Called if no definition follows the lines up to `end`. */
  readonly onPlain: (end: number) => void;
}

function readList(
  state: StateBlock,
  startLine: number,
  endLine: number,
  { silent, onPlain }: ListOptions,
): boolean {
  // A definition ends the paragraph of the one above.
  const { ddIndent } = state as DefinitionState;
  if (silent) return ddIndent >= 0 && isMarkerAt(state, startLine, ddIndent);
  let terms = findTerms(state, startLine, endLine, onPlain);
  if (!terms) return false;
  const open = state.push('dl_open', 'dl', 1);
  while (terms) {
    writeTerms(state, terms);
    let line: number = terms.definition;
    while (line < endLine && isMarkerAt(state, line, state.blkIndent)) {
      readDefinition(state, line, endLine);
      line = nextFilled(state, state.line, endLine);
    }
    terms = line < endLine ? findTerms(state, line, endLine) : undefined;
  }
  state.push('dl_close', 'dl', -1);
  open.map = [startLine, state.line];
  return true;
}

/** Lines with a term each, and the line of the first definition. */
interface Terms {
  readonly start: number;
  readonly end: number;
  readonly definition: number;
}

function findTerms(
  state: StateBlock,
  start: number,
  endLine: number,
  onPlain?: ListOptions['onPlain'],
): Terms | undefined {
  if (!isFilled(state, start) || (state.sCount[start] ?? 0) < state.blkIndent) return undefined;
  let end = start + 1;
  while (end < endLine && isFilled(state, end) && !isMarkerAt(state, end, state.blkIndent)) {
    if (endsParagraph(state, end, endLine)) return undefined;
    end++;
  }
  const definition = nextFilled(state, end, endLine);
  if (definition >= endLine || !isMarkerAt(state, definition, state.blkIndent)) {
    onPlain?.(end);
    return undefined;
  }
  return isPlain(state, start, endLine) ? { start, end, definition } : undefined;
}

/** Whether a line begins no other block. */
function isPlain(state: StateBlock, line: number, endLine: number): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  return !endsParagraph(state, line, endLine);
}

function endsParagraph(state: StateBlock, line: number, endLine: number): boolean {
  if ((state.sCount[line] ?? 0) < state.blkIndent) return true;
  if ((state.sCount[line] ?? 0) - state.blkIndent > 3) return false;
  return state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, line, endLine, true));
}

const isFilled = (state: StateBlock, line: number): boolean => !state.isEmpty(line);

function nextFilled(state: StateBlock, from: number, endLine: number): number {
  let line = from;
  while (line < endLine && state.isEmpty(line)) line++;
  return line;
}

function isMarkerAt({ src, bMarks, tShift, sCount }: StateBlock, line: number, indent: number): boolean {
  if (sCount[line] !== indent) return false;
  MARKER_RE.lastIndex = (bMarks[line] ?? 0) + (tShift[line] ?? 0);
  return MARKER_RE.test(src);
}

function writeTerms(state: StateBlock, { start, end }: Terms): void {
  for (let line = start; line < end; line++) {
    state.push('dt_open', 'dt', 1).map = [line, line + 1];
    const inline = state.push('inline', '', 0);
    inline.map = [line, line + 1];
    inline.content = state.getLines(line, line + 1, state.blkIndent, false).trim();
    inline.children = [];
    state.push('dt_close', 'dt', -1);
  }
}

/** Reads the text after the colon of a line, and the lines below with the same indentation. */
function readDefinition(state: StateBlock, line: number, endLine: number): void {
  const open = state.push('dd_open', 'dd', 1);
  const first = state.tokens.length;
  const { blkIndent, ddIndent, tight, parentType } = state as DefinitionState;
  const [sCount, tShift] = [state.sCount[line] ?? 0, state.tShift[line] ?? 0];
  const begin = (state.bMarks[line] ?? 0) + tShift;
  const spaces = /^[ \t]*/.exec(state.src.slice(begin + 1, state.eMarks[line]))?.[0] ?? '';
  const width = widthOf(spaces, sCount + 1);
  const indent = sCount + 1 + width;
  (state as DefinitionState).ddIndent = blkIndent;
  state.blkIndent = state.isEmpty(line) ? sCount + 2 : indent;
  state.sCount[line] = indent;
  state.tShift[line] = tShift + 1 + spaces.length;
  state.tight = true;
  state.parentType = 'deflist';
  state.md.block.tokenize(state, line, endLine);
  [state.sCount[line], state.tShift[line]] = [sCount, tShift];
  Object.assign(state, { blkIndent, ddIndent, tight, parentType });
  state.push('dd_close', 'dd', -1);
  open.map = [line, state.line];
  hideParagraphs(state, first, line);
}

function widthOf(spaces: string, column: number): number {
  let width = 0;
  for (const space of spaces) width += space === '\t' ? 4 - ((column + width) % 4) : 1;
  return width;
}

/** Hides the tags of paragraphs without an empty line before them. */
function hideParagraphs(state: StateBlock, first: number, definition: number): void {
  const level = state.level + 1;
  let isHidden = false;
  for (const token of state.tokens.slice(first)) {
    if (token.level !== level) continue;
    const line = token.map?.[0] ?? definition;
    if (token.type === 'paragraph_open') isHidden = line === 0 || !state.isEmpty(line - 1);
    if (token.type.startsWith('paragraph_')) token.hidden = isHidden;
  }
}
