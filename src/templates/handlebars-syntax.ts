/** Explains syntax errors of Handlebars: where they are, what is wrong, and what to write instead. */

/** A syntax error in a template. */
export interface TemplateProblem {
  readonly message: string;
  readonly hint: string;
  /** UTF-16 code units from the start of the template. */
  readonly offset: number;
}

/** `Parse error on line 2:`, the text around the error, a mark, and `Expecting 'ID', 'STRING', got 'NUMBER'`. */
const PARSE_ERROR_RE =
  /^(?:Parse|Lexical) error on line (\d+)[:.][^\n]*\n(.*)\n(-*)\^(?:\nExpecting (.*), got '(.*)')?$/;

/** `if doesn't match each - 2:3`; the column is from 0. */
const POSITION_RE = /^(.*) - (\d+):(\d+)$/s;

/**
 * Explains an error of `Handlebars.parse`.
 * @returns `undefined` if it is not a syntax error
 */
export function explainSyntaxError(text: string, error: string): TemplateProblem | undefined {
  const [, line, shown = '', mark = '', expected = '', got = ''] = PARSE_ERROR_RE.exec(error) ?? [];
  if (line === undefined) return explainPositioned(text, error);
  const offset = findOffset(text, Number(line), [shown.slice(0, mark.length), shown.slice(mark.length)]);
  return explainToken(text, { offset, expected, got });
}

/** Errors with a position, which concern a whole tag. */
function explainPositioned(text: string, error: string): TemplateProblem | undefined {
  const [, message = '', line, column] = POSITION_RE.exec(error) ?? [];
  if (line === undefined) return undefined;
  const offset = startOfLine(text, Number(line)) + Number(column);
  const [, open, close] = /^(.*) doesn't match (.*)$/.exec(message) ?? [];
  if (open !== undefined)
    return {
      message: `{{#${open}}} is closed by {{/${close}}}`,
      hint: `Write {{/${open}}} where {{#${open}}} ends.`,
      offset,
    };
  const isPath = message.startsWith('Invalid path');
  return {
    message: message.charAt(0).toLowerCase() + message.slice(1),
    hint: isPath ? 'Write ../ at the start of a path only.' : GUIDE,
    offset,
  };
}

function startOfLine(text: string, line: number): number {
  return text.split('\n', line - 1).reduce((sum, row) => sum + row.length + 1, 0);
}

/**
 * Finds an error by its line and by the text around it, which Handlebars shows without line breaks and cut to about
 * 20 characters. The line is that of the token before, so the error may be on a later one.
 * @returns the start of the line if the text is not found
 */
function findOffset(text: string, line: number, [before, after]: readonly [string, string]): number {
  const start = startOfLine(text, line);
  const [past = '', next = ''] = [before, after].map((part) => part.replace(/^\.{3}|\.{3}$/g, ''));
  const first = text.slice(0, start).replaceAll('\n', '').length - past.length;
  const found = text.replaceAll('\n', '').indexOf(past + next, Math.max(first, 0));
  if (found < 0) return start;
  // The characters that are not line breaks between the start of the line and the error.
  let offset = start;
  for (let rest = found - first; rest > 0; offset++) if (text[offset] !== '\n') rest--;
  return offset;
}

/** An unexpected token. */
interface Unexpected {
  readonly offset: number;
  /** The names of the tokens that Handlebars expected, as in its message. */
  readonly expected: string;
  /** The name of the token; empty if the text is none. */
  readonly got: string;
}

/** Where to read what a tag can contain. */
export const GUIDE = 'See https://handlebarsjs.com/guide/expressions.html for what a tag can contain.';

function explainToken(text: string, unexpected: Unexpected): TemplateProblem {
  const { offset, got } = unexpected;
  const start = tagStart(text, offset);
  const comment = /^\{\{~?!/.test(text.slice(start));
  if (comment)
    return { message: 'the comment opened here is never closed', hint: 'Close it with --}}.', offset: start };
  const opened = openBlocks(text.slice(0, offset)).at(-1);
  if (got === 'EOF' && opened && !isInTag(text, offset)) {
    const { name } = opened;
    return {
      message: `the {{#${name}}} opened here is never closed`,
      hint: `Add {{/${name}}} where the block ends.`,
      offset: opened.offset,
    };
  }
  if (got === 'OPEN_ENDBLOCK' || got === 'INVERSE') return explainBlockTag(text, offset, opened?.name);
  return explainInTag(text, unexpected, start);
}

function explainBlockTag(text: string, offset: number, open: string | undefined): TemplateProblem {
  const tag = tagAt(text, offset);
  if (open !== undefined)
    return {
      message: `unexpected ${tag} in {{#${open}}}`,
      hint: `A block can have one {{else}}, before {{/${open}}}.`,
      offset,
    };
  const hint = 'Open the block above, as in {{#if name}}, or remove this tag.';
  return { message: `${tag} is outside of a block`, hint, offset };
}

function explainInTag(text: string, unexpected: Unexpected, start: number): TemplateProblem {
  const { offset, expected, got } = unexpected;
  const tag = tagAt(text, start);
  const isAtEnd = got === 'CLOSE' || got === 'CLOSE_UNESCAPED';
  const hint = hintFor(text, unexpected);
  if (!isClosed(text, start))
    return { message: `${tag} is not closed`, hint: 'Close the tag with }}.', offset: start };
  if (text.startsWith('{{{{', start))
    return { message: `the block ${tag} opened here is never closed`, hint: GUIDE, offset: start };
  if (isAtEnd && /'CLOSE(?:_UNESCAPED)?'/.test(expected)) {
    const message = `${tag} opens and closes with different numbers of braces`;
    return { message, hint: 'Close {{ with }}, and {{{ with }}}.', offset: start };
  }
  if (isAtEnd) return { message: `${tag} ends too early`, hint, offset };
  const [word = ''] = /^(?:[^\s{}()=|"'.]+|[^])?/u.exec(text.slice(offset)) ?? [];
  if (/["']/.test(word))
    return { message: `a string in ${tag} is not closed`, hint: `Close it with ${word}.`, offset };
  const what = got === 'NUMBER' ? `number ${word}` : JSON.stringify(word);
  return { message: `unexpected ${what} in ${tag}`, hint, offset };
}

function hintFor(text: string, { offset, expected, got }: Unexpected): string {
  const [path = ''] = /[^\s{}()=|"'~#]*$/.exec(text.slice(0, offset)) ?? [];
  if (got === 'NUMBER' && path.endsWith('.')) {
    const [number = ''] = /^\d+/.exec(text.slice(offset)) ?? [];
    return `In a path, put a number in brackets: {{${path}[${number}]}}.`;
  }
  if (got === 'SEP')
    return 'Write names without a dot in front, such as {{title}}. Templates in the language of Go are named .html.';
  if (text.charAt(offset) === '|') return 'Handlebars has no pipes: call a helper as {{helper value}}.';
  if (got !== 'CLOSE' && got !== 'CLOSE_UNESCAPED') return GUIDE;
  if (expected === "'EQUALS'") return 'Write values without a name before those with one: {{helper a b=c}}.';
  return expected.includes('CLOSE_SEXPR')
    ? 'Close the bracket with ).'
    : 'Add what is missing before the }}.';
}

/** The offset of the `{{` of the tag that contains an offset, or that ends before it. */
function tagStart(text: string, offset: number): number {
  let start = text.lastIndexOf('{{', offset);
  if (start < 0) return offset;
  while (text.charAt(start - 1) === '{') start--;
  return start;
}

const isInTag = (text: string, offset: number): boolean =>
  text.lastIndexOf('{{', offset) > text.lastIndexOf('}}', offset);

/** Whether the tag at an offset has its `}}` before the next tag. */
const isClosed = (text: string, start: number): boolean =>
  /^\{+[^{]*(?:\{(?!\{)[^{]*)*/.exec(text.slice(start))?.[0].includes('}}') ?? false;

/** The first line of the tag at an offset. */
function tagAt(text: string, offset: number): string {
  return /^\{\{[^\n]*?\}{2,4}|^.*/.exec(text.slice(tagStart(text, offset)))?.[0].trimEnd() ?? '';
}

/** Comments, and tags that open or close a block; the name of a block is its first word. */
const BLOCK_RE = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}|\{\{~?(#[*>]?|\^|\/)\s*([^\s{}~|]+)/g;

/** The blocks that are open at the end of a text, from the outside in. */
function openBlocks(text: string): readonly { readonly name: string; readonly offset: number }[] {
  const open: { name: string; offset: number }[] = [];
  for (const { 1: kind, 2: name = '', index } of text.matchAll(BLOCK_RE)) {
    if (kind === '/') open.pop();
    else if (kind !== undefined) open.push({ name, offset: index });
  }
  return open;
}
