/** Code as the `highlight` shortcode and Hugo's function of that name ask for it. */
import { describe, expect, test } from 'vitest';
import { createHighlight, type HighlightedCode } from '../../../src/markup/code/highlight.ts';
import type { HighlightConfig, Table } from '../../../src/types.ts';
import { readConfig } from '../../support/read-config.ts';
import type { Attributes } from '../../../src/types.ts';

/** What the site says of its code. */
function configOf(yaml: string): HighlightConfig {
  return readConfig({ 'hugo.yaml': yaml }).config.markup.highlight;
}

function highlight(text: string, options?: string | Table, language = 'foobar'): HighlightedCode {
  return createHighlight(configOf('title: x\n'))({ text, language, options });
}

describe('options', () => {
  test.each<[string, string | Table | undefined]>([
    ['<code class="language-foobar">', undefined],
    ['<code class="language-foobar">', 'linenos=false'],
    ['<code class="language-foobar">', 'nonsense'],
    ['<code class="language-foobar" data-line-numbers="">', 'linenos=table'],
    ['<code class="language-foobar" data-line-numbers="">', { lineNos: true }],
    ['<code class="language-foobar has-highlights" data-line-numbers="1,3-4">', 'hl_lines=1 3-4'],
    ['<code class="language-foobar has-highlights" data-line-numbers="1,3-4">', { hl_Lines: [1, '3-4'] }],
    [
      '<code class="language-foobar has-highlights" data-line-numbers="2" data-ln-start-from="10" style="counter-reset: code-line 9; --code-digits: 2">',
      'linenos=inline, hl_lines=2, linenostart=10',
    ],
    ['<code class="language-foobar" style="tab-size: 8">', 'tabWidth=8'],
  ])('%s: %j', (expected, options) => {
    const { html, features } = highlight('a\nb\n', options);
    expect(/<code[^>]*>/.exec(html)?.[0]).toBe(expected);
    expect(features).toEqual(expected.includes('data-line-numbers') ? ['code-steps'] : []);
  });
});

describe("reveal.js's own attributes", () => {
  const codeWith = (attributes: Readonly<Record<string, string>>, lines?: string): string =>
    createHighlight(configOf('title: x\n'))({ text: 'a\nb\n', language: 'foobar', attributes, lines }).html;

  test('steps follow one another from an index on', () => {
    const html = codeWith({ 'data-fragment-index': '1' }, '1|2|1');
    expect(html).toMatch(/^<pre class="code-wrapper">/);
    expect(html.match(/data-fragment-index="\d"/g)).toEqual([
      'data-fragment-index="1"',
      'data-fragment-index="2"',
    ]);
  });

  test('a block that is a fragment comes first', () => {
    const html = codeWith({ class: 'fragment', 'data-fragment-index': '1' }, '1|2');
    expect(html).toMatch(/^<pre class="code-wrapper fragment" data-fragment-index="1">/);
    expect(html).toContain('<span class="fragment code-step" data-fragment-index="2">');
  });

  test('without steps, an index is that of the block', () => {
    expect(codeWith({ 'data-fragment-index': '1' }, '1')).toMatch(/^<pre data-fragment-index="1"/);
  });

  test('numbers and marks', () => {
    const html = codeWith({ 'data-line-numbers': '1, 2', 'data-ln-start-from': '7' });
    expect(html).toContain('<pre class="code-wrapper"><code class="language-foobar has-highlights"');
    expect(html).toContain(
      'data-line-numbers="1,2" data-ln-start-from="7" style="counter-reset: code-line 6"',
    );
  });

  test('lines of a block with an id can move one by one', () => {
    expect(codeWith({ 'data-id': 'x' }, '1')).toContain(
      '<span class="code-line highlight-line"><span class="hljs-ln-numbers"></span><span class="hljs-ln-code">a\n</span></span>',
    );
    expect(codeWith({ 'data-id': 'x' })).toContain(
      '<code class="language-foobar" data-line-numbers=""><span class="hljs code-moving"><span class="code-line"><span class="hljs-ln-code">a\n</span>',
    );
  });
});

test('code in a line of text', () => {
  expect(highlight(' a <b> ', 'hl_inline=true').html).toBe(
    '<code class="code-inline language-foobar">a &lt;b&gt;</code>',
  );
  expect(highlight('1', { hl_inline: true }, 'js').html).toBe(
    '<code class="code-inline language-js"><span class="hljs-number">1</span></code>',
  );
});

test.each(['hs', 'C++', 'terminal', 'kts', 'obj-c'])('%s is a name of a language', (name) => {
  expect(highlight('a', undefined, name).isKnown).toBe(true);
});

test('without colours', () => {
  expect(highlight('1', 'nohl=true', 'js').html).not.toContain('hljs-number');
});

test('a language is guessed where the site wants it and none is given', () => {
  const guessing = createHighlight(configOf('markup: {highlight: {guessSyntax: true}}\n'));
  const python = 'def f(self):\n    return None\n\nimport os\n';
  expect(guessing({ text: python, language: '' }).html).toContain('language-python');
  expect(highlight(python, undefined, '').html).toContain('<code class="hljs">');
});

test('an id of a line can not leave its attribute', () => {
  const { html } = highlight('a', { linenos: true, anchorLineNos: true, lineAnchors: '"><b' });
  expect(html).toContain('id="&quot;&gt;&lt;b-1"');
});

describe('code that Hugo would colour', () => {
  const write = (yaml: string, language: string, options = '', more: Attributes = {}): string =>
    createHighlight(configOf(`markup: {highlight: ${yaml}}\n`))({
      text: 'let a = 1',
      language,
      options,
      attributes: { id: 'i', class: 'c', ...more },
      isForChroma: true,
    }).html;

  test.each([
    ['{}', '', 'code-style-monokai'],
    ['{style: Dracula}', '', 'code-style-dracula'],
    ['{style: dracula}', 'style=tango', 'code-style-tango'],
    ['{noClasses: false}', '', 'chroma'],
    ['{}', 'noClasses=false', 'chroma'],
    ['{noClasses: false}', 'noclasses=true', 'code-style-monokai'],
  ])('%s, %s: %s', (yaml, options, style) => {
    const html = write(yaml, 'JS', options);
    expect(html).toContain(
      `<div id="i" class="highlight c"><pre class="code-wrapper ${style}"><code class="language-JS">`,
    );
    expect(html).toContain(`<span class="${style === 'chroma' ? '' : 'code-'}k">let</span>`);
    expect(html).not.toContain('hljs');
  });

  test('moves by its id', () => {
    expect(write('{}', 'JS', '', { 'data-id': 'd' })).toContain(
      '<div id="i" class="highlight c"><pre class="code-wrapper code-style-monokai" data-id="d">',
    );
  });

  test('has the ground of its style also where only Hugo knows the language', () => {
    expect(write('{}', 'terraform')).toContain('code-style-monokai');
  });

  test.each(['terminal', 'foo-bar', 'less'])('and no other: %s', (language) => {
    expect(write('{}', language)).toMatch(/^<pre id="i"[^>]*class="code-wrapper c"/);
  });

  test('in a line of text', () => {
    expect(write('{}', 'js', 'hl_inline=true')).toContain(
      '<code class="code-inline code-style-monokai language-js">',
    );
  });
});
