/** `relativeURLs` and `canonifyURLs`. */
import { describe, expect, test } from 'vitest';
import { build } from '../support/built-pages.ts';

const BODY = String.raw`<a href="/x">a</a> <a href='/y#z'>b</a> <a href=/u>c</a> <a href="//host/x">d</a> <a href="z">e</a>
<img src="/i.png" srcset="/i.png 1x, /j.png 2x, k.png 3x">
<a href="/sub/x">typed</a>
{{ safeHTML "<!-- <a href='/no'> -->" }}
<script>let s = '<a href="/no">';</script>
<style>a { background: url(/no) }</style>
<textarea>&lt;a href="/no"></textarea>
<form action="/go"></form> <p title=' href="/no"'>t</p> text href="/no"`;

/** As the layout writes it. */
const TEXT = BODY.replace(/\{\{ safeHTML "(.*)" \}\}/, '$1');

const SITE = `-- layouts/_default/single.html --
${BODY}
-- content/d/p.md --
+++
+++
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
{{< slide background-image="/b.png" background-video="/v.mp4" >}}

[x](/x) ![i](/sub/i.png)
`;

const site = (config: string): Readonly<Record<string, string>> =>
  build(`-- hugo.toml --\nbaseURL = "https://example.org/sub/"\n${config}\n${SITE}`).files;

describe('addresses that begin at the root', () => {
  test('stay as they are unless the site says otherwise', () => {
    expect(site('')['d/p/index.html']?.trim()).toBe(TEXT);
  });

  test('relativeURLs: are written as they are seen from the page', () => {
    expect(site('relativeURLs = true')['d/p/index.html']?.trim()).toBe(
      TEXT.replace('"/x"', '"../../x"')
        .replace("'/y#z'", "'../../y#z'")
        .replace('=/u', '=../../u')
        .replace(
          'src="/i.png" srcset="/i.png 1x, /j.png',
          'src="../../i.png" srcset="../../i.png 1x, ../../j.png',
        )
        .replace('/sub/x', '../../x')
        .replace('"/go"', '"../../go"'),
    );
  });

  test('canonifyURLs: have the base URL in front, which counts once', () => {
    const base = 'https://example.org/sub/';
    expect(site('canonifyURLs = true')['d/p/index.html']?.trim()).toBe(
      TEXT.replace('"/x"', `"${base}x"`)
        .replace("'/y#z'", `'${base}y#z'`)
        .replace('=/u', `=${base}u`)
        .replace(
          'src="/i.png" srcset="/i.png 1x, /j.png',
          `src="${base}i.png" srcset="${base}i.png 1x, ${base}j.png`,
        )
        .replace('"/sub/x', `"${base}x`)
        .replace('"/go"', `"${base}go"`),
    );
  });

  test('those of slides too', () => {
    const page = site('relativeURLs = true')['talk/index.html'] ?? '';
    expect(page).toContain('data-background-image="../b.png"');
    expect(page).toContain('data-background-video="../v.mp4"');
    expect(page).toContain('href="../x"');
    expect(page).toContain('src="../i.png"');
  });

  test('with uglyURLs they name files', () => {
    const files = build(
      `-- hugo.toml --\nrelativeURLs = true\nuglyURLs = true\n-- layouts/_default/single.html --\n<a href="/">a</a><a href="/d/?q#f">b</a><a href="/x.html">c</a>\n-- content/d/p.md --\n+++\n+++\n-- content/talk/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n`,
    ).files;
    expect(files['d/p.html']).toBe(
      '<a href="../index.html">a</a><a href="../d/index.html?q#f">b</a><a href="../x.html">c</a>\n',
    );
  });

  test('those of a page at the root', () => {
    const { files } = build(
      `-- hugo.toml --\nrelativeURLs = true\n-- layouts/index.html --\n<a href="/">a</a><a href="/x">b</a>\n-- content/talk/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n`,
    );
    expect(files['index.html']).toBe('<a href="./">a</a><a href="./x">b</a>\n');
  });
});
