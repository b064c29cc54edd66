/** What a shortcode gets of its use, and what becomes of its result: as in Hugo, where Hugo has it. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { createMarkdown } from '../../src/markup/markdown.ts';
import { renderHtml, renderPage, renderText } from '../../src/markup/render-page.ts';
import type { Page, Shortcode, ShortcodeCall, ShortcodeResult } from '../../src/types.ts';
import { createHighlightRawCode } from '../../src/markup/code/raw-code.ts';
import { readConfig } from '../support/read-config.ts';

type Render = (call: ShortcodeCall) => ShortcodeResult;

const html = (text: string): ShortcodeResult => ({ kind: 'html', html: text });
const words = (text: string): ShortcodeResult => ({ kind: 'markdown', text });

/** Shortcodes by name; those in upper case stand around a text. */
function shortcodesOf(renders: Readonly<Record<string, Render>>) {
  const all = Object.entries(renders).map(([name, render]): [string, Shortcode] => [
    name,
    { name, takesInner: /^[A-Z]/.test(name), render },
  ]);
  return {
    names: Object.keys(renders),
    find: (name: string) => new Map(all).get(name),
    fallback: () => undefined,
  };
}

function render(text: string, renders: Readonly<Record<string, Render>>) {
  const found: Diagnostic[] = [];
  const { config } = readConfig({ 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true\n' });
  const page = { source: { path: 'content/p.md', text }, bodyOffset: 0 } as Page;
  const tools = {
    markdown: createMarkdown(config.markup),
    shortcodes: shortcodesOf(renders),
    report: (diagnostic: Diagnostic) => void found.push(diagnostic),
    highlightRawCode: createHighlightRawCode(),
    readFile: () => undefined,
  };
  const { slides, features } = renderPage(page, tools);
  return { slides, features, found, html: slides.map((slide) => slide.html).join('<!>'), page, tools };
}

/** The texts that a shortcode named `B` sees. */
function innerOf(
  text: string,
  read: (call: ShortcodeCall) => string,
  renders: Record<string, Render> = {},
): string[] {
  const seen: string[] = [];
  render(text, { ...renders, B: (call) => (seen.push(read(call)), html('')) });
  return seen;
}

describe('a result that is words of the Markdown', () => {
  const multi: Render = () => words('**bold** line1\n\n- item\n- item2\n');
  const LIST = '<p><strong>bold</strong> line1</p>\n<ul>\n<li>item</li>\n<li>item2</li>\n</ul>\n';

  test('is read with the Markdown around it', () => {
    expect(render('before\n\n{{% m %}}\n\nafter', { m: multi }).html).toBe(
      `<p>before</p>\n${LIST}<p>after</p>\n`,
    );
  });

  test('in a line goes on with what stands behind it', () => {
    expect(render('before {{% m %}} after', { m: multi }).html).toBe(
      '<p>before <strong>bold</strong> line1</p>\n<ul>\n<li>item</li>\n<li>item2\nafter</li>\n</ul>\n',
    );
  });

  test('is indented as its tag', () => {
    expect(render('- a\n\n  {{% m %}}\n- b', { m: multi }).html).toBe(
      `<ul>\n<li>\n<p>a</p>\n${LIST}</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n`,
    );
  });

  test('is left as it is around an inner text', () => {
    const div: Render = ({ inner }) => words(`<div>${inner.text()}</div>`);
    expect(render('- a\n\n  {{% D %}}\n  x\n  {{% /D %}}\n', { D: div }).html).toBe(
      '<ul>\n<li>\n<p>a</p>\n<div>\nx\n</div>\n</li>\n</ul>\n',
    );
  });

  test('may part slides', () => {
    expect(render('x\n\n{{% h %}}\n\ny', { h: () => words('a\n\n---\n\nb') }).html).toBe(
      '<p>x</p>\n<p>a</p>\n<!><p>b</p>\n<p>y</p>\n',
    );
  });

  test('leaves the places behind it right', () => {
    const { found } = render('{{% m %}} <NodeIP>\n\n<PortB>', { m: () => words('a <Inside>\n\nb') });
    expect(found.map(({ message, line, column }) => [message.slice(0, 9), line, column])).toEqual([
      ['<Inside> ', 1, 1],
      ['<NodeIP> ', 1, 11],
      ['<PortB> i', 3, 1],
    ]);
  });

  test('lets what stands in it decide whether a nested text is Markdown', () => {
    const { html: written } = render('{{% V %}}\n{{< I >}}*z*{{< /I >}}\n{{% /V %}}', {
      V: ({ inner }) => html(`<v1>${inner.html()}</v1>`),
      I: ({ inner, parent }) => (parent ? words : html)(`[in]${inner.text()}[/in]`),
    });
    expect(written).toContain('<v1><p>[in]<em>z</em>[/in]</p>\n</v1>');
  });
});

describe('the inner text', () => {
  test('has the HTML of the shortcodes in it', () => {
    const renders = { a: () => html('<i>1</i>'), m: () => words('*2*') };
    expect(innerOf('{{< B >}}x {{< a >}} {{% m %}}{{< /B >}}', ({ inner }) => inner.text(), renders)).toEqual(
      ['x <i>1</i> *2*'],
    );
  });

  test('keeps words for what says something of the slide, so that it comes out where they are put', () => {
    const { slides } = render('{{< B >}}x {{< s >}}{{< /B >}}', {
      s: () => ({ kind: 'attributes', attributes: { class: 'k' } }),
      B: ({ inner }) => html(`<b>${inner.text().toUpperCase().toLowerCase()}</b>`),
    });
    expect(slides.map((slide) => [slide.attributes, slide.html.trim()])).toEqual([
      [{ class: 'k' }, '<b>x </b>'],
    ]);
  });

  test('runs the shortcodes in it once, whatever is asked for', () => {
    let runs = 0;
    innerOf('{{< B >}}{{< a >}}{{< /B >}}', ({ inner }) => inner.text() + inner.html() + inner.block(), {
      a: () => html(String(++runs)),
    });
    expect(runs).toBe(1);
  });

  test('runs none of them where nobody asks', () => {
    const { found, html: written } = render('a {{% C %}}{{< fail >}}{{% /C %}} b', {
      C: () => html(''),
      fail: () => {
        throw new Error('it was run');
      },
    });
    expect([written, found]).toEqual(['<p>a  b</p>\n', []]);
  });

  test.each([
    ['without the indentation of its tag', '  {{< B >}}\n    x\n     y\n  {{< /B >}}\n', '\n  x\n   y\n'],
    ['as it is where the tag has none', '{{< B >}}\n  x\n{{< /B >}}', '\n  x\n'],
    ['as it is where words stand in front of the tag', 'a {{< B >}}\n  x{{< /B >}}', '\n  x'],
  ])('deindented is %s', (_, text, expected) => {
    expect(innerOf(text, ({ inner }) => inner.deindented())).toEqual([expected]);
  });

  test.each([
    ['one line', '*a*', ['<em>a</em>', '<em>a</em>', '<p><em>a</em></p>\n']],
    ['one paragraph on a line of its own', '\na\n', ['<p>a</p>\n', 'a', '<p>a</p>\n']],
    ['two paragraphs', 'a\n\nb', ['<p>a</p>\n<p>b</p>\n', '<p>a</p>\n<p>b</p>\n', '<p>a</p>\n<p>b</p>\n']],
  ])('as Markdown, %s', (_, text, expected) => {
    const forms = ({ inner }: ShortcodeCall) => JSON.stringify([inner.html(), inner.inline(), inner.block()]);
    expect(innerOf(`{{< B >}}${text}{{< /B >}}`, forms).map((seen) => JSON.parse(seen) as string[])).toEqual([
      expected,
    ]);
  });
});

describe('a call', () => {
  const say: Render = ({ name, ordinal, parent, params, indentation, inner }) =>
    words(
      `[${name} ${ordinal} ${parent?.name ?? '-'} ${params.kind === 'named'} ${indentation.length}]${inner.text()}`,
    );

  test('knows what it stands in, and its number there', () => {
    expect(render('{{< I >}}{{< a >}}{{< a x=1 >}}{{< /I >}}{{< a 1 >}}', { I: say, a: say }).html).toBe(
      '<p>[I 0 - false 0][a 0 I false 0][a 1 I true 0][a 1 - false 0]</p>\n',
    );
  });

  test('knows the white space in front of it', () => {
    expect(render('a\n\t{{< a >}} {{< a >}}', { a: say }).html).toBe(
      '<p>a\n[a 0 - false 1] [a 1 - false 0]</p>\n',
    );
  });

  test('reads a text from elsewhere, shortcodes and all, and tells of it at its own place', () => {
    const { html: written, found } = render('a\n\nb {{< r >}}', {
      r: ({ read }) => html(read('**c** {{< a >}} {{< nope >}} <NodeIP>').inline()),
      a: () => html('<i>d</i>'),
    });
    expect(written).toContain('<p>b <strong>c</strong> <i>d</i>');
    expect(found.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['shortcode-unknown', 3, 3],
      ['html-unknown-element', 3, 3],
    ]);
  });

  test('that reads itself comes to an end', () => {
    const { found } = render('x {{< r >}}', { r: ({ read }) => html(read('{{< r >}}').inline()) });
    expect(found.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['shortcode-endless', 1, 3],
    ]);
  });

  test('brings what its result needs in the browser', () => {
    const math: Render = () => ({ kind: 'html', html: '', features: ['math'] });
    expect(
      render('{{< B >}}{{< m >}}{{< /B >}}', { m: math, B: ({ inner }) => html(inner.text()) }).features,
    ).toEqual(['math']);
  });
});

describe('a text that stands on no page', () => {
  test('is rendered with its shortcodes, in line or as a block', () => {
    const { page, tools } = render('', { a: ({ page: own }) => html(`<i>${own.source.path}</i>`) });
    expect(renderText({ text: '*x* {{< a >}}', display: 'inline', offset: 0 }, page, tools).html).toBe(
      '<em>x</em> <i>content/p.md</i>',
    );
    expect(renderText({ text: 'x', display: 'block', offset: 0 }, page, tools)).toEqual({
      html: '<p>x</p>\n',
      features: [],
    });
  });
});

describe('a page that is no deck', () => {
  test('keeps the words of slides and stacks', () => {
    const slide = (html: string) => ({ attributes: {}, html, slides: [], position: { file: '', offset: 0 } });
    const { page, tools } = render('a\n\n{{< s >}}\n\n{{< t >}}\n\nb', {
      s: () => ({ kind: 'slides', slides: [slide('c\n'), { ...slide('d\n'), slides: [slide('e\n')] }] }),
      t: () => ({ kind: 'attributes', attributes: { class: 'k' }, html: 'f\n', following: [slide('g\n')] }),
    });
    const { html: written } = renderHtml(page, tools);
    for (const word of 'abcdefg') expect(written).toMatch(new RegExp(`\\b${word}\\b`));
  });
});

test('shortcodes that are never closed are told of from the outside in', () => {
  const { found } = render('{{< A >}}\n{{< B >}}\nx', { A: () => html(''), B: () => html('') });
  expect(found.map(({ code, line }) => [code, line])).toEqual([
    ['shortcode-unclosed', 1],
    ['shortcode-unclosed', 2],
  ]);
});
