import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { minifyHtml } from '../../src/bundle/minify-html.ts';
import { isMinified, minifyPages } from '../../src/bundle/minify.ts';
import { readConfig } from '../support/read-config.ts';
import type { SiteConfig } from '../../src/types.ts';
import { buildSite } from '../support/site.ts';
import { diskFiles } from '../../src/files.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** The body of a page, minified in its place. */
const body = (html: string): string => {
  const page = `<!doctype html><html><head><title>A</title></head><body>${html}</body></html>`;
  const [, inside] = /<body>([^]*)<\/body>/.exec(minifyHtml(page)) ?? [];
  return inside ?? '';
};

describe('what goes', () => {
  test('runs of blanks, of which a line end is left where there was one', () => {
    expect(body('<p>a  b\n\n   c</p>\n\n  <p>d\t\te</p>')).toBe('<p>a b\nc</p>\n<p>d e</p>');
  });

  test('blanks where none are ever shown', () => {
    expect(
      minifyHtml(
        '<!doctype html>\n<html>\n<head>\n  <meta charset="utf-8">\n  <title>A  B</title>\n</head>\n<body>x',
      ),
    ).toBe('<!doctype html>\n<html>\n<head><meta charset="utf-8"><title>A B</title></head><body>x');
    expect(body('<table>\n <tr>\n <td>a</td>\n <td>b</td>\n </tr>\n</table>')).toBe(
      '<table><tr><td>a</td><td>b</td></tr></table>',
    );
  });

  test('comments', () => {
    expect(body('<p>a</p><!-- b --><p>c <!-- d -->e</p>')).toBe('<p>a</p><p>c e</p>');
  });
});

describe('what stays', () => {
  test.each([
    '<pre>a  b\n\n\n  c <!-- d --></pre>',
    '<pre class="code-lines"><code>a\n\n  <span>b  c</span></code></pre>',
    '<textarea>a\n\n  b</textarea>',
    '<script type="application/json">{ "a":  [1,  2],\n\n  "b": "c  d" }</script>',
    '<script>let a =  `b  <!-- c -->`;\n\n\n</script>',
    '<style>.a {  color: red }\n\n/* <!-- b --> */</style>',
    '<script type="text/template"># A\n\n    code\n</script>',
    '<noscript><p>a  b</p>\n\n</noscript>',
    '<iframe srcdoc="a  b"></iframe>',
    '<section data-markdown># A\n\n    code\n</section>',
    '<div class="big mermaid">graph\n    a\n      b\n</div>',
    '<p style="white-space: pre-wrap">a  b</p>',
    '<svg><text xml:space="preserve">a  b</text></svg>',
    '<p contenteditable>a  b</p>',
    '<math><annotation encoding="application/x-tex">a %\n\n  b</annotation></math>',
    '<p title="a  b" data-x=\'c\n\n d\'>e</p>',
    '<p   class=a  >b</p>',
    '<!--[if IE]> <p>a</p> <![endif]-->',
    '<!--! A licence --><!--#include virtual="a" -->',
    '<p>a&nbsp; b&#32;&#32;c</p>',
    '<p>&am<!-- -->p; a<!-- -->b</p>',
    '<p>a <  b</p>',
    '<?php  echo  1 ?>',
  ])('%s', (html) => {
    expect(body(html)).toBe(html);
  });

  test('tags that the parser moves, with what stands in them', () => {
    const html = '<table>a  b<tr class="x  y"><td>c</td>d  e</tr></table>';
    const written = body(html);
    expect(written).toContain('<tr class="x  y"><td>c</td>');
    expect(shapeOf(parse(written))).toEqual(shapeOf(parse(html)));
  });

  test('line ends of Windows around what is said', () => {
    expect(body('<p>a\r\n\r\n  b</p>\r\n<pre>c\r\n\r\nd</pre>')).toBe('<p>a\nb</p>\n<pre>c\r\n\r\nd</pre>');
  });
});

/** What a reader sees of a page: elements, attributes and words. Blanks are as many as are shown at most. */
function shapeOf(node: Node): unknown {
  if ('value' in node) return node.value.replace(/\s+/g, ' ');
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  const shown = children.filter(
    (child) => child.nodeName !== '#comment' && !('value' in child && child.value.trim() === ''),
  );
  const attrs = 'attrs' in node ? node.attrs.map(({ name, value }) => `${name}=${value}`) : [];
  return [node.nodeName, attrs, shown.map(shapeOf)];
}

test('the decks of this repository are the same for a reader, in fewer bytes', async () => {
  const { outputs } = buildSite(diskFiles(process.cwd()));
  const written = await minifyPages(outputs);
  expect(outputs.length).toBeGreaterThan(2);
  for (const [n, { text }] of outputs.entries()) {
    const small = written[n]?.text ?? '';
    expect(small.length).toBeLessThan(text.length);
    expect(shapeOf(parse(small))).toEqual(shapeOf(parse(text)));
    expect(minifyHtml(small)).toBe(small);
  }
});

test('other files than pages stay as they are', async () => {
  const output = { path: 'a.xml', text: '<a>  <!-- b -->  </a>' };
  expect(await minifyPages([output])).toEqual([output]);
});

test('the configuration may ask for it, as in Hugo, and the command wins', () => {
  const read = (toml: string): SiteConfig => readConfig({ 'hugo.toml': toml }).config;
  const asks = read('[minify]\nminifyOutput = true\n');
  const not = read('[minify]\nminifyOutput = true\ndisableHTML = true\n');
  const silent = read('');
  expect(isMinified(asks, undefined)).toBe(true);
  expect(isMinified(asks, false)).toBe(false);
  expect(isMinified(silent, undefined)).toBe(false);
  expect(isMinified(silent, true)).toBe(true);
  expect(isMinified(not, true)).toBe(false);
});
