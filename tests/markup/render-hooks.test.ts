/** Templates of the author that write parts of the Markdown: what they get, and that their text takes its place. */
import { describe, expect, test, vi } from 'vitest';
import type { BlockquoteHook, CodeBlockHook, HeadingHook, LinkHook, RenderHooks } from '../../src/types.ts';
import { renderMarkdown } from '../support/render-markdown.ts';

/** What one hook gets of a text, and the HTML around its own. */
function callsOf(name: keyof RenderHooks, text: string, yaml = ''): [unknown[], string] {
  const hook = vi.fn(() => '(hook)');
  const { html } = renderMarkdown(text, yaml, { [name]: hook });
  return [hook.mock.calls.map(([call]: unknown[]) => call), html];
}

describe('links', () => {
  test('have the address as it is written, and their text as HTML', () => {
    const [calls, html] = callsOf('link', 'a [*b* `c`](<ü d.md> "T & t") e');
    const expected: LinkHook = {
      Destination: 'ü d.md',
      Text: '<em>b</em> <code>c</code>',
      PlainText: 'b c',
      Title: 'T & t',
      Ordinal: 0,
      Position: 0,
      Attributes: {},
    };
    expect(calls).toEqual([expected]);
    expect(html).toBe('<p>a (hook) e</p>\n');
  });

  test('are also those that are bare, in angles or by a reference', () => {
    const [calls] = callsOf('link', 'https://a.b www.c.d <e@f.gh> [i]\n\n[i]: /j "K"\n');
    expect((calls as LinkHook[]).map(({ Destination }) => Destination)).toEqual([
      'https://a.b',
      'https://www.c.d',
      'mailto:e@f.gh',
      '/j',
    ]);
  });

  test('have the HTML of the image in them', () => {
    const html = renderMarkdown('[![a](b.png)](c)', '', {
      image: ({ Destination }) => `<i>${Destination}</i>`,
      link: ({ Text, Destination }) => `<l>${Destination}${Text}</l>`,
    });
    expect(html.html).toBe('<p><l>c<i>b.png</i></l></p>\n');
  });

  test('are left as they are where the template gives nothing', () => {
    const { html } = renderMarkdown('[a](ü)', '', { link: () => undefined });
    expect(html).toBe('<p><a href="%C3%BC">a</a></p>\n');
  });
});

describe('images', () => {
  test('are numbered through the text', () => {
    const [calls, html] = callsOf('image', '![a *b*](c.png "T")\n\n- d ![e](f)\n');
    const image: LinkHook = {
      Destination: 'c.png',
      Text: 'a <em>b</em>',
      PlainText: 'a b',
      Title: 'T',
      IsBlock: false,
      Ordinal: 0,
      Position: 0,
      Attributes: {},
    };
    expect(calls).toEqual([
      image,
      { ...image, Destination: 'f', Text: 'e', PlainText: 'e', Title: '', Ordinal: 1, Position: 0 },
    ]);
    expect(html).toContain('<p>(hook)</p>');
  });

  test('are blocks where the site wants no paragraph around them', () => {
    const yaml =
      'markup: {goldmark: {parser: {wrapStandAloneImageWithinParagraph: false, attribute: {block: true}}}}\n';
    const [calls, html] = callsOf('image', '![a](b)\n{.c}\n\nd ![e](f)\n', yaml);
    expect(calls).toMatchObject([{ IsBlock: true, Attributes: { class: 'c' } }, { IsBlock: false }]);
    expect(html).toBe('(hook)\n<p>d (hook)</p>\n');
  });
});

test('headings have their level, id, text and attributes', () => {
  const [calls, html] = callsOf('heading', '## A *b* {.c data-d=e}\n\nf\n===\n');
  const first: HeadingHook = {
    Level: 2,
    Anchor: 'a-b',
    Text: 'A <em>b</em>',
    PlainText: 'A b',
    Ordinal: 0,
    Position: 0,
    Attributes: { id: 'a-b', class: 'c', 'data-d': 'e' },
  };
  expect(calls).toEqual([
    first,
    { Level: 1, Anchor: 'f', Text: 'f', PlainText: 'f', Ordinal: 1, Position: 0, Attributes: { id: 'f' } },
  ]);
  expect(html).toBe('(hook)(hook)');
});

describe('fences', () => {
  test('have their language, content, options and attributes', () => {
    const [calls] = callsOf(
      'codeBlock',
      '    a\n\n```go {hl_lines=[1,"3-4"] lineNos=true .b #c}\nd\n\ne\n```\n\n~~~\n~~~\n',
    );
    const first: CodeBlockHook = {
      Type: 'go',
      Inner: 'd\n\ne',
      Ordinal: 0,
      Position: 0,
      Attributes: { class: 'b', id: 'c' },
      Options: { hl_lines: [1, '3-4'], linenos: true },
    };
    expect(calls).toEqual([
      first,
      { Type: '', Inner: '', Ordinal: 1, Position: 0, Attributes: {}, Options: {} },
    ]);
  });

  test('are asked before our own diagrams and formulas', () => {
    const { html, features } = renderMarkdown('```mermaid\na\n```\n', '', { codeBlock: () => 'mine' });
    expect([html, features]).toEqual(['mine', []]);
  });

  test('are not asked where the site says codeFences = false', () => {
    const [calls] = callsOf('codeBlock', '```go\na\n```\n', 'markup: {highlight: {codeFences: false}}\n');
    expect(calls).toEqual([]);
  });
});

describe('blockquotes', () => {
  test('have their HTML, those inside first', () => {
    const [calls, html] = callsOf('blockquote', '> a\n> > b\n\n> c\n');
    const regular = { Type: 'regular', AlertType: '', AlertTitle: '', AlertSign: '', Attributes: {} };
    expect(calls).toEqual([
      { ...regular, Text: '<p>b</p>\n', Ordinal: 0, Position: 0 },
      { ...regular, Text: '<p>a</p>\n(hook)', Ordinal: 1, Position: 0 },
      { ...regular, Text: '<p>c</p>\n', Ordinal: 2, Position: 0 },
    ]);
    expect(html).toBe('(hook)(hook)');
  });

  const alerts: readonly [string, Partial<BlockquoteHook>][] = [
    ['> [!NOTE]\n> a', { AlertType: 'note', AlertTitle: '', AlertSign: '', Text: '<p>a</p>\n' }],
    [
      '> [!tip]- A *b*\n> c',
      { AlertType: 'tip', AlertTitle: 'A <em>b</em>', AlertSign: '-', Text: '<p>c</p>\n' },
    ],
    ['> [!TIP]+\n>\n> c', { AlertType: 'tip', AlertTitle: '', AlertSign: '+', Text: '<p>c</p>\n' }],
  ];
  test.each(alerts)('%j is an alert', (text, expected) => {
    const [calls] = callsOf('blockquote', text);
    expect(calls).toMatchObject([{ Type: 'alert', ...expected }]);
  });

  test('with an alert are plain ones without a template', () => {
    expect(renderMarkdown('> [!NOTE]\n> a').html).toBe('<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n');
  });
});

test('tables have their rows, with the HTML and the alignment of each cell', () => {
  const [calls, html] = callsOf('table', '| a | *b* | c |\n|---|:-:|--:|\n| 1 | [2](x) |\n\n| z |\n|---|\n');
  expect(calls).toEqual([
    {
      THead: [
        [
          { Text: 'a', Alignment: '' },
          { Text: '<em>b</em>', Alignment: 'center' },
          { Text: 'c', Alignment: 'right' },
        ],
      ],
      TBody: [
        [
          { Text: '1', Alignment: '' },
          { Text: '<a href="x">2</a>', Alignment: 'center' },
          { Text: '', Alignment: 'right' },
        ],
      ],
      Ordinal: 0,
      Position: 0,
      Attributes: {},
    },
    { THead: [[{ Text: 'z', Alignment: '' }]], TBody: [], Ordinal: 1, Position: 0, Attributes: {} },
  ]);
  expect(html).toBe('(hook)(hook)');
});

test('texts between delimiters are numbered, in a line or on their own', () => {
  const yaml =
    "markup: {goldmark: {extensions: {passthrough: {enable: true, delimiters: {block: [['$$', '$$']], inline: [['$', '$']]}}}}}\n";
  const [calls, html] = callsOf('passthrough', 'a $b$ $c$\n\n$$\nd\n$$\n', yaml);
  const call = { Position: 0, Type: 'inline' };
  expect(calls).toEqual([
    { ...call, Inner: 'b', Ordinal: 0, Position: 0 },
    { ...call, Inner: 'c', Ordinal: 1, Position: 0 },
    { ...call, Type: 'block', Inner: '\nd\n', Ordinal: 2, Position: 0 },
  ]);
  expect(html).toBe('<p>a (hook) (hook)</p>\n(hook)');
});
