/** Attributes and addresses of authors run no code where the site sets `unsafe = false`, and end no tag anywhere. */
import { describe, expect, test } from 'vitest';
import { tryBuild } from '../support/built-pages.ts';

const PAGE = '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n';
const CONFIG =
  '-- hugo.toml --\n[markup.goldmark.parser.attribute]\nblock = true\n[markup.goldmark.renderer]\nunsafe = ';

/** The slides of a deck. */
function slidesOf(body: string, { unsafe = false, front = '' } = {}): string {
  const { files } = tryBuild(`${CONFIG}${unsafe}\n${PAGE}${front}+++\n${body}\n`);
  const html = files['index.html'] ?? '';
  return html.slice(html.indexOf('<div class="slides">'), html.indexOf('id="deck-settings"'));
}

const NAMES = ['x><b y', "x' onclick='a", 'a b', 'a/onclick', 'a\tonload', 'a\u00a0b', 'x=', '"x', '<x'];

describe.each([true, false])('with unsafe = %s', (unsafe) => {
  test.each(NAMES)('the name %j of a parameter is omitted', (name) => {
    const html = slidesOf(`{{< slide \`${name}\`="1" color="red" >}}\n# A`, { unsafe });
    expect(html).toContain('<section data-color="red">');
  });

  test.each(NAMES)('the name %j in a slide template is omitted', (name) => {
    const front = `[reveal_hugo.templates.t]\n${JSON.stringify(name)} = "1"\ncolor = "red"\n`;
    const html = slidesOf('{{< slide template="t" >}}\n# A', { unsafe, front });
    expect(html).toContain('<section data-color="red" data-template="t">');
  });

  test.each(['javascript:a', 'JavaScript:a', ' java\tscript:a', '\u0001javascript:a', 'vbscript:a'])(
    'the address %j of a figure is replaced',
    (address) => {
      const html = slidesOf(
        `{{< figure src=\`${address}\` link=\`${address}\` attr="b" attrlink=\`${address}\` >}}`,
        { unsafe },
      );
      expect(html.match(/(?:href|src)="[^"]*"/g)).toEqual([
        'href="#ZgotmplZ"',
        'src="#ZgotmplZ"',
        'href="#ZgotmplZ"',
      ]);
    },
  );

  test('other addresses of a figure stay', () => {
    const html = slidesOf(
      '{{< figure src="data:image/png;base64,AA" link="tel:1" attr="b" attrlink="a.html?x=javascript:1" >}}',
      { unsafe },
    );
    expect(html.match(/(?:href|src)="[^"]*"/g)).toEqual([
      'href="tel:1"',
      'src="data:image/png;base64,AA"',
      'href="a.html?x=javascript:1"',
    ]);
  });
});

test.each([
  ['{{< slide background-iframe="javascript:a" >}}\n# A', 'javascript'],
  ['{{< slide background-iframe="data:text/html,a" >}}\n# A', 'data:'],
  ['{{< slide background-iframe="data:image/svg+xml,a" >}}\n# A', 'data:'],
  ['{{< slide background="javascript:a" >}}\n# A', 'javascript'],
  ['{{< slide src="file:///a" >}}\n# A', 'file:'],
  ['{{< slide preview-link=" JAVASCRIPT:a" >}}\n# A', 'JAVASCRIPT'],
  ['{{< slide notes="<img src=q onerror=a>" >}}\n# A', '&lt;img'],
  ['# A {data-preview-link="javascript:a"}', 'javascript'],
  ['# A {data-notes="<img src=q onerror=a>"}', '"&lt;img'],
  ['a\n{.fragment data-notes="<img src=q onerror=a>"}', '"&lt;img'],
  ['a\n{data-preview-link="vbscript:a"}', 'vbscript'],
  ['```js {data-preview-link="javascript:a"}\nb\n```', 'javascript'],
  ['```js {.fragment data-notes="<img src=q onerror=a>"}\nb\n```', '"&lt;img'],
])('unsafe = false: %s', (body, unsafe) => {
  const html = slidesOf(body);
  if (!unsafe.includes('&lt;')) return expect(html).not.toContain(unsafe);
  // The text of notes is HTML, so it is escaped once more.
  return expect(html).toMatch(/data-notes="&amp;lt;img/);
});

test.each([
  [
    '{{< slide background-iframe="https://a.example/" >}}\n# A',
    'data-background-iframe="https://a.example/"',
  ],
  [
    '{{< slide background-image="data:image/svg+xml,a" >}}\n# A',
    'data-background-image="data:image/svg+xml,a"',
  ],
  ['{{< slide background-iframe="/a:b" notes="a & b" >}}\n# A', 'data-background-iframe="/a:b"'],
  ['# A {data-x="javascript" #b}', 'data-x="javascript"'],
])('unsafe = false keeps %s', (body, kept) => {
  expect(slidesOf(body)).toContain(kept);
});

test('without unsafe = false, what runs code stays, as in the theme', () => {
  const body = '{{< slide background-iframe="javascript:a" notes="<b>x</b>" >}}\n# A';
  const html = slidesOf(body, { unsafe: true });
  expect(html).toContain('data-background-iframe="javascript:a" data-notes="&lt;b&gt;x&lt;/b&gt;"');
});

test('the address of a logo is replaced', () => {
  const { files } = tryBuild(`${PAGE}[logo]\nsrc = "javascript:a"\n+++\n# A\n`);
  expect(files['index.html']).toContain('<img id="logo" src="#ZgotmplZ"');
});
