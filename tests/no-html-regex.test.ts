/**
 * HTML is read by one tokenizer, src/html.ts: no other file of src/ matches tags by a regular expression. What is text
 * to one pattern is a comment or an attribute to another, and each of them would be wrong about something else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseAst } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Patterns that only look like tags, or that are part of a program which reads HTML by other rules than browsers. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/export/pdf/artifacts.ts': 'strings of PDF: hexadecimal digits between angle brackets',
  'src/export/pptx/image-files.ts': 'the first bytes of a picture, to see whether it is an SVG',
  'src/markup/rules/broken-tags.ts': 'tags of shortcodes, not of HTML, with spaces between their brackets',
  'src/pipeline/templates/page-templates.ts':
    'the rule by which Hugo sees that a template has a base template: comments before its first define',
  'src/templates/gotemplate/escape/markup.ts':
    'the state machine of html/template, which reads text up to an action',
  'src/templates/gotemplate/escape/script.ts':
    'the same, in JavaScript: what would end a script in a string of it',
  'src/templates/gotemplate/escape/text.ts': 'the same: a < in text that begins no tag',
};

/** Where the pattern of a regular expression begins a tag, its end or a comment: `<` and what their names begin with. */
const TAG_RE = /<(?:\\?\/|\\?!|[a-z(.[]|\\[wSDW]|$)/i;

/** What is written with `<` in a pattern and matches none: groups, and classes of characters in which it is one of many. */
const SYNTAX_RE = /\(\?<[=!]|\(\?<\w+>|\\k<\w+>|(\\[^])|\[(?:\\[^]|[^\]\\])*\]/g;

/** Whether a pattern matches tags of HTML. */
function matchesTags(pattern: string): boolean {
  return TAG_RE.test(
    pattern.replace(SYNTAX_RE, (syntax: string, escape?: string) =>
      escape === '\\<'
        ? '<'
        : (escape ?? (syntax.startsWith('[') ? (syntax.length === 3 ? syntax.charAt(1) : '[]') : '(')),
    ),
  );
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* walk(child);
}

/** The patterns in a source: literals, and the texts that are given to `RegExp`. */
function patternsOf(source: string, name: string): readonly string[] {
  const found: string[] = [];
  const program: unknown = parseAst(source, { lang: 'ts' }, name);
  for (const node of walk(program)) {
    if (node.type === 'Literal' && isPattern(node.regex)) found.push(node.regex.pattern);
    // What a pattern is put together from may be a constant: every text with a `<` in it is looked at.
    if (isRegExpCall(node)) for (const part of walk(node.arguments)) found.push(...textOf(part));
    if (node.type === 'TaggedTemplateExpression')
      for (const part of walk(node.quasi)) found.push(...textOf(part));
  }
  return found;
}

const isPattern = (value: unknown): value is { readonly pattern: string } =>
  typeof value === 'object' && value !== null && 'pattern' in value && typeof value.pattern === 'string';

const isRegExpCall = ({ type, callee }: Node): boolean =>
  (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee.name === 'RegExp';

function textOf({ type, value }: Node): readonly string[] {
  if (type === 'Literal' && typeof value === 'string') return [value];
  if (type !== 'TemplateElement') return [];
  return typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string'
    ? [value.raw]
    : [];
}

const files = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .sort();
const guilty = new Map(
  files
    .map((file): readonly [string, readonly string[]] => [
      file,
      patternsOf(readFileSync(path.join(ROOT, file), 'utf8'), file).filter(matchesTags),
    ])
    .filter(([, patterns]) => patterns.length > 0),
);

test('no file matches tags by a regular expression', () => {
  expect(Object.fromEntries([...guilty].filter(([file]) => !Object.hasOwn(ALLOWED, file)))).toEqual({});
});

test('every exception is one', () => {
  expect(Object.keys(ALLOWED).filter((file) => !guilty.has(file))).toEqual([]);
});

test.each([
  ['<b>', true],
  ['<\\/?section\\b', true],
  ['<(aside|p)', true],
  ['<[^>]*>', true],
  ['[<]div', true],
  ['\\<hr', true],
  ['<!--', true],
  ['<\\w+', true],
  ['<', true],
  ['(?<name>a)\\k<name>', false],
  ['(?<!a)(?<=b)c', false],
  ['[<>&"]', false],
  ['\\{\\{[<%]|<<%', false],
  ['a < 1', false],
])('/%s/ matches tags: %s', (pattern, expected) => {
  expect(matchesTags(pattern)).toBe(expected);
});
