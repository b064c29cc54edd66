/** Front matter is found by Hugo's rules, in three formats, and is never run as code. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { readFrontMatter } from '../../src/site/pages/front-matter.ts';
import type { Table } from '../../src/types.ts';
import { readAsPage } from '../support/read-page.ts';

interface Read {
  readonly data: Table;
  /** The text behind the front matter. */
  readonly body: string;
  readonly diagnostics: readonly Diagnostic[];
}

function read(text: string): Read {
  const diagnostics: Diagnostic[] = [];
  const source = { path: 'content/a.md', text };
  const { data, bodyOffset } = readFrontMatter(source, (diagnostic) => diagnostics.push(diagnostic));
  return { data, body: text.slice(bodyOffset), diagnostics };
}

const BOM = '\uFEFF';

describe('detection', () => {
  test.each([
    ['TOML', '+++\ntitle = "T"\n+++\nbody\n', { title: 'T' }, 'body\n'],
    ['YAML', '---\ntitle: T\n---\nbody\n', { title: 'T' }, 'body\n'],
    ['JSON', '{\n "title": "T"\n}\nbody\n', { title: 'T' }, 'body\n'],
    ['JSON on one line with the text', '{"title":"T"} body {{ x }}\n', { title: 'T' }, ' body {{ x }}\n'],
    ['none', '# just a body\n', {}, '# just a body\n'],
    ['an empty file', '', {}, ''],
    ['nothing between the fences, YAML', '---\n---\nbody', {}, 'body'],
    ['nothing between the fences, TOML', '+++\n+++\nbody', {}, 'body'],
    ['nothing between the braces', '{}\nbody', {}, 'body'],
    ['only a comment between the fences', '---\n# none\n---\nbody', {}, 'body'],
    ['no text behind it', '+++\ntitle = "T"\n+++', { title: 'T' }, ''],
    ['a byte order mark', `${BOM}---\ntitle: T\n---\nbody`, { title: 'T' }, 'body'],
    ['a byte order mark and JSON', `${BOM}{"title":"T"}\nbody`, { title: 'T' }, 'body'],
    ['a byte order mark and no front matter', `${BOM}# body`, {}, '# body'],
    ['blank lines in front', '\n \n\t\n+++\ntitle = "T"\n+++\nbody', { title: 'T' }, 'body'],
    ['spaces in front', '  ---\ntitle: T\n---\nbody', { title: 'T' }, 'body'],
    ['blank lines behind a byte order mark', `${BOM}\n\n---\ntitle: T\n---\nbody`, { title: 'T' }, 'body'],
    ['CRLF and TOML', '+++\r\ntitle = "T"\r\nn = 1\r\n+++\r\nbody\r\n', { title: 'T', n: 1 }, 'body\r\n'],
    ['CRLF and YAML', '---\r\ntitle: T\r\nn: 1\r\n---\r\nbody\r\n', { title: 'T', n: 1 }, 'body\r\n'],
    ['CRLF and JSON', '{\r\n"title": "T"\r\n}\r\nbody\r\n', { title: 'T' }, 'body\r\n'],
    ['CRLF in a text of several lines', '+++\r\na = """\r\nb\r\nc"""\r\n+++\r\nbody', { a: 'b\nc' }, 'body'],
    ['spaces behind the fences', '--- \ntitle: T\n--- \nbody', { title: 'T' }, ' \nbody'],
    ['a fence in a text', '+++\na = "x +++ y"\n+++\nbody', { a: 'x +++ y' }, 'body'],
    [
      'braces and quotes in JSON texts',
      '{"a": "} \\" {", "b": {"c": 1}}\nbody',
      { a: '} " {', b: { c: 1 } },
      'body',
    ],
  ])('%s', (_, text, data, body) => {
    expect(read(text)).toEqual({ data, body, diagnostics: [] });
  });

  test.each([
    ['a shortcode with angle brackets', '{{< slide class="a" >}}\n\n# A'],
    ['a shortcode with per cent signs', '{{% section %}}\n# A\n{{% /section %}}'],
    ['an escaped shortcode', '{{</* slide */>}}'],
    ['a list', '- a\n- b'],
    ['two dashes and two signs', '--\n++\n'],
    ['a break of stars', '***\n\n# A'],
    ['a fence of front matter further down', '# A\n\n---\n\ntitle: T\n\n---\n'],
  ])('%s at the top is no front matter', (_, text) => {
    expect(read(text)).toEqual({ data: {}, body: text, diagnostics: [] });
  });

  test('the page is rendered from the text alone', () => {
    const { page } = readAsPage(`${BOM}\n+++\ntitle = "T"\n+++\nbody`);
    expect(page.title).toBe('T');
    expect(page.source.text.slice(page.bodyOffset)).toBe('body');
  });
});

describe('mistakes', () => {
  test.each([
    ['YAML', '---\ntitle: T\nbody', 1],
    ['TOML', '\n\n+++\ntitle = "T"\nbody', 3],
    ['JSON', '{"title": "T"\nbody', 1],
    ['a break of dashes at the top', '---\n\n# A', 1],
    ['a closing fence that is indented', '---\ntitle: T\n ---\nbody', 1],
  ])('without an end nothing is read and nothing is shown: %s', (_, text, line) => {
    const { data, body, diagnostics } = read(text);
    expect(data).toEqual({});
    expect(body).toBe('');
    expect(diagnostics.map((found) => [found.code, found.line, found.column])).toEqual([
      ['front-matter-unclosed', line, 1],
    ]);
  });

  test.each([
    ['a value without quotes', '+++\ntitle = T\n+++\nbody', 2],
    ['a key twice in TOML', '+++\na = 1\na = 2\n+++\nbody', 3],
    ['a key below a text', '---\ntitle: T\n  foo: bar\n---\nbody', 2],
    ['a tab at the beginning of a line', '---\na:\n\tb: 1\n---\nbody', 3],
    ['a comma too much', '{"title": "T",}\nbody', 1],
    ['blank lines in front count', '\n\n+++\ntitle = T\n+++\nbody', 4],
    ['CRLF', '+++\r\na = 1\r\ntitle = T\r\n+++\r\nbody', 3],
    ['a list', '---\n- a\n---\nbody', 1],
    ['a text', '---\na\n---\nbody', 1],
    ['four dashes', '----\ntitle: T\n----\nbody', 2],
  ])('what can not be read counts as none: %s', (_, text, line) => {
    const { data, body, diagnostics } = read(text);
    expect(data).toEqual({});
    expect(body).toMatch(/^-?\n?body$/);
    expect(diagnostics.map((found) => [found.code, found.line])).toEqual([['front-matter-invalid', line]]);
  });
});

describe('code in front matter is not run', () => {
  const shared = globalThis as { frontMatterRan?: boolean };
  afterEach(() => {
    delete shared.frontMatterRan;
  });

  test.each(['---js', '--- js', '---javascript', '---JavaScript', '---coffee', '+++js', ';;;'])(
    '%s',
    (fence) => {
      const closing = fence.slice(0, 3);
      const { data } = read(`${fence}\n{ title: (globalThis.frontMatterRan = true, "T") }\n${closing}\nbody`);
      expect(shared.frontMatterRan).toBeUndefined();
      expect(data).toEqual({});
    },
  );

  test('nor are tags of YAML', () => {
    read('---\na: !!js/function "function () { globalThis.frontMatterRan = true }()"\n---\n');
    expect(shared.frontMatterRan).toBeUndefined();
  });

  test('a key __proto__ reaches no other object', () => {
    read('{"__proto__": {"frontMatterRan": true}}\n');
    read('---\n__proto__: {frontMatterRan: true}\n---\n');
    read('+++\n__proto__ = {frontMatterRan = true}\n+++\n');
    expect(({} as { frontMatterRan?: boolean }).frontMatterRan).toBeUndefined();
  });

  test('two readings of the same text do not share their values', () => {
    const text = '---\na: [1]\n---\n';
    const first = read(text);
    (first.data['a'] as number[]).push(2);
    expect(read(text).data).toEqual({ a: [1] });
  });
});

describe('YAML is read as Hugo reads it', () => {
  test.each([
    ['yes', 'yes'],
    ['on', 'on'],
    ['n', 'n'],
    ['true', true],
    ['~', null],
    ['12:30', '12:30'],
    ['2024-01-02', '2024-01-02'],
    ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05Z'],
    ['0x1F', 31],
    ['0o10', 8],
    ['1.10', 1.1],
    ['!foo x', 'x'],
    ['{ "a": [1, b] }', { a: [1, 'b'] }],
  ])('%s', (source, value) => {
    expect(read(`---\na: ${source}\n---\n`)).toEqual({ data: { a: value }, body: '', diagnostics: [] });
  });

  test('merge keys are merged', () => {
    const { data } = read('---\nb: &b {x: 1}\nc:\n  <<: *b\n  y: 2\n---\n');
    expect(data['c']).toEqual({ x: 1, y: 2 });
  });
});
