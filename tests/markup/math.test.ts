/** Formulas: where Markdown has them, and what is said of those that can't be set. */
import { describe, expect, test } from 'vitest';
import { createMath } from '../../src/markup/render-math.ts';
import { renderMarkdown } from '../support/render-markdown.ts';

const PASSTHROUGH = `
markup:
  goldmark:
    extensions:
      passthrough:
        enable: true
        delimiters:
          block: [['\\[', '\\]'], ['$$', '$$']]
          inline: [['\\(', '\\)'], ['$', '$']]
`;

/** The TeX sources of the formulas in a page, those on a line of their own with a mark. */
function sourcesOf(html: string): string[] {
  const formulas = html.matchAll(
    /<math xmlns="[^"]*"( display="block")?>.*?<annotation [^>]*>(.*?)<\/annotation>/gs,
  );
  return [...formulas].map(([, display, tex]) => (display ? `display ${tex}` : String(tex)));
}

describe('with delimiters', () => {
  test.each([
    ['a $b_c*d*e_f$ g', ['b_c*d*e_f']],
    ['a \\(x_1*y*z_2\\) b', ['x_1*y*z_2']],
    ['a $$b$$ c', ['display b']],
    ['$$\na \\\\ b <d\n$$', ['display a \\\\ b &lt;d']],
    ['\\[ x_1 \\]', ['display x_1']],
    ['$$\na\n= b\n- c\n$$', ['display a\n= b\n- c']],
    ['costs $\\$5$', ['\\$5']],
    ['- $a$\n- $b$', ['a', 'b']],
    ['# $a$ {.b}', ['a']],
    ['a $ b', []],
    ['`$a$` \\$b\\$', []],
    ['```\n$$\na\n$$\n```', []],
  ])('%j', (text, expected) => {
    const { html, features } = renderMarkdown(text, PASSTHROUGH);
    expect(sourcesOf(html)).toEqual(expected);
    expect(features).toEqual(expected.length > 0 ? ['math'] : []);
  });

  test('what stands beside a formula is Markdown', () => {
    const { html } = renderMarkdown('*a* $b$ *c*', PASSTHROUGH);
    expect(html).toMatch(/^<p><em>a<\/em> <span class="katex">.*<\/span> <em>c<\/em><\/p>\n$/s);
  });
});

test('without delimiters, all of it is Markdown', () => {
  const { html, features } = renderMarkdown('$a_b*c*d$ \\(x\\)');
  expect(html).toBe('<p>$a_b<em>c</em>d$ (x)</p>\n');
  expect(features).toEqual([]);
});

test('a fence of the language math is a formula on a line of its own', () => {
  const { html, features } = renderMarkdown('```math\n\\frac{a}{b}\n```\n');
  expect(sourcesOf(html)).toEqual(['display \\frac{a}{b}']);
  expect(html).toMatch(/^<p><span class="katex-display">/);
  expect(features).toEqual(['math']);
});

test('what is wrong in a formula is said, and shown in its place', () => {
  const { html, found } = renderMarkdown('a $\\foo$', PASSTHROUGH);
  expect(found).toMatchObject([
    { code: 'math-invalid', message: "this formula can't be rendered: Undefined control sequence: \\foo" },
  ]);
  expect(html).toContain('\\foo');
});

test('commands that reach out of the formula are not trusted', () => {
  const html = createMath()('\\href{javascript:alert(1)}{a}', false);
  expect(html).not.toContain('href="javascript:');
});

test('formulas of chemistry are set', () => {
  expect(sourcesOf(createMath()('\\ce{H2O}', false))).toEqual(['\\ce{H2O}']);
});

test('without the package, its source is shown and the package is named', () => {
  const found: unknown[] = [];
  const html = createMath(() => undefined)('a<b', false, (finding) => found.push(finding));
  expect(html).toBe('<code>a&lt;b</code>');
  expect(found).toMatchObject([{ code: 'math-package-missing', severity: 'error' }]);
});

test.each([
  [
    'throws when it is loaded',
    'its main file is broken',
    () => {
      throw new Error('its main file is broken.\n at x');
    },
  ],
  ['has no functions', 'it has no function renderToString', () => ({})],
  [
    'throws no error when it is loaded',
    'odd',
    () => {
      throw 'odd';
    },
  ],
])('a package that %s is an error at each formula', (_, reason, load) => {
  const found: unknown[] = [];
  const math = createMath(load as never);
  for (const tex of ['a<b', 'c'])
    expect(math(tex, false, (finding) => found.push(finding))).toContain('<code>');
  const finding = {
    code: 'package-broken',
    message: expect.stringContaining(`can't be loaded: ${reason}`) as string,
  };
  expect(found).toMatchObject([finding, finding]);
});

test('a package that fails with anything but an error shows the formula', () => {
  const found: unknown[] = [];
  const math = createMath(() => ({
    renderToString: () => {
      throw undefined;
    },
  }));
  expect(math('a<b', false, (finding) => found.push(finding))).toBe('<code>a&lt;b</code>');
  expect(found).toMatchObject([{ code: 'math-invalid' }]);
});

test.each(['a+', 'x', '{a}', '\\alpha '])(
  'a formula of 200,000 characters of %s is shown as its source',
  (part) => {
    const found: unknown[] = [];
    const tex = part.repeat(200_000 / part.length);
    expect(createMath()(tex, true, (finding) => found.push(finding))).toBe(`<code>${tex}</code>`);
    expect(found).toMatchObject([
      { code: 'math-invalid', message: expect.stringContaining('longer than') as string },
    ]);
  },
);
