/** Each thing that differs on purpose is seen in a site where it applies, at its line, and in no other. */
import { expect, test } from 'vitest';
import { createDiagnostic } from '../../src/diagnostics.ts';
import { differences as rows } from '../../src/doctor/differences.ts';
import type { Difference } from '../../src/doctor/examination.ts';
import { examineSite } from './patient.ts';

const CONFIG =
  '-- hugo.toml --\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n[markup.goldmark.renderer]\nunsafe = true\n';
const PAGE = '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n';

function differencesOf(site: string): readonly Difference[] {
  return examineSite(site).differences;
}

/** Text of a page, beside the id of the row and its places. */
const pages: readonly [text: string, id: string, place: string][] = [
  ['{{% note %}}\nx\n{{% /note %}}\n---\n\n# B', 'break-under-shortcode', '1× 7:1'],
  ['# A\n\n{{% note %}}\nx\n', 'shortcode-closed', '1× 6:1'],
  ['{{< slide id="a" >}}\n\nA\n\n{{< slide id="b" >}}\n\nB', 'slide-twice', '1× 8:1'],
  ['# A\n\n{{< slide id="a" >}}', 'text-before-slide', '1× 4:1'],
  ['<!-- {{% note %}}x{{% /note %}} -->\n\n# A', 'commented-shortcode', '1× 4:6'],
  [
    '{{% section %}}\n\n- {{% fragment %}}x{{% /fragment %}}\n- y\n\n{{% fragment %}}z{{% /fragment %}}\n\n{{% /section %}}\n\n---\n\n- {{% fragment %}}x{{% /fragment %}}',
    'fragment-in-place',
    '1× 6:3',
  ],
  ['# A\n\n---\n\n---\n\n# B\n\n---\n', 'empty-slide', '2× 6:1'],
  ['---\n\n# A', 'empty-slide', '1× 4:1'],
  ['# A\n\n<hr>\n\n---\n\n# B', 'empty-slide', '1× 6:1'],
  ['a <NodeIP> b', 'html-as-text', '1× 4:3'],
  ['```js {1|3}\na\n```', 'code-lines', '1× 4:1'],
  ['```js\na\n```', 'code-colours', '1× 4:1'],
  ['```js [40: 1]\na\n```', 'code-lines', '1× 4:1'],
  ['a\n\n<pre><code class="js">\na\n\nb</code></pre>', 'code-in-html', '1× 6:1'],
  [
    '<section data-markdown>\n<script type="text/template">\n\n# A\n</script>\n</section>',
    'markdown-in-html',
    '1× 4:1',
  ],
  ['A[^1]\n\n[^1]: one', 'footnotes', '1× 4:1'],
  ['text\n\n## A {{< frag c="b" >}}', 'heading-id', '1× 6:1'],
  ['{{% markdown %}}\n# A\n{{% /markdown %}}', 'markdown-section', '1× 4:1'],
  ['{{< math "x" />}}', 'formulas', '1× 4:1'],
  ['```mermaid\ngraph TD\n```', 'diagrams', '1× 4:1'],
  ['```goat\n->\n```', 'drawings', '1× 4:1'],
  ['{{< x user="a" id="1" >}}', 'network-card', '1× 4:1'],
];

/** Whole sites, beside the id of the row and its places. */
const sites: readonly [site: string, id: string, place: string][] = [
  [`-- hugo.toml --\ntheme = "gone"\n${PAGE}# A`, 'theme-tolerated', '1× hugo.toml:1:1'],
  [`${PAGE}a <b>raw</b>\n\n<div>x</div>`, 'html-kept', '2× content/_index.md:4:1'],
  [
    `${PAGE}{{% section %}}\n\n{{< slide id="a" >}}\n\nA\n\n{{% /section %}}\n\n---\n\n{{< slide id="b" >}}`,
    'slide-in-section',
    '1× content/_index.md:6:1',
  ],
  [
    `${CONFIG}[params.reveal_hugo.templates.blue]\nclass = "blue"\n${PAGE}{{< slide template="Blue" class="x" >}}\n\n---\n\n{{< slide template="blue" >}}`,
    'template-class',
    '1× content/_index.md:4:1',
  ],
  [
    `${CONFIG}[params.reveal_hugo]\nslideNumber = true\nauto_slide = 0\n${PAGE}# A`,
    'camel-case-option',
    '1× hugo.toml:5:1',
  ],
  [
    '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n[reveal_hugo]\nautoSlide = 1\n+++\n# A',
    'camel-case-option',
    '1× content/_index.md:4:1',
  ],
  [
    `${CONFIG}[params.reveal_hugo]\nslide_number = "c/t"\n${PAGE}# A`,
    'print-numbers',
    '1× content/_index.md:1:1',
  ],
  [
    `${CONFIG}[params.reveal_hugo]\nshow_notes = true\n${PAGE}# A`,
    'notes-of-steps',
    '1× content/_index.md:1:1',
  ],
  [
    `${PAGE}{{< slide background-video="/a.webm" >}}\n\nA\n\n---\n\n{{< slide background-video="/a.webm" >}}\n\nB`,
    'video-flags',
    '1× content/_index.md:1:1',
  ],
  [
    `${CONFIG}[params.reveal_hugo]\nplugins = ["js/typed.js"]\n${PAGE}# A`,
    'plugin-by-path',
    '1× content/_index.md:1:1',
  ],
  [
    `${CONFIG}[params.reveal_hugo]\nreveal_cdn = "https://cdn.example.org"\n${PAGE}# A`,
    'own-host',
    '1× hugo.toml:5:1',
  ],
  [`${CONFIG}[params.reveal_hugo]\ntheme = "league"\n${PAGE}# A`, 'contrast', '1× content/_index.md:1:1'],
  [`${CONFIG}[params.reveal_hugo]\ntheme = "moon"\n${PAGE}# A`, 'own-fonts', '1× content/_index.md:1:1'],
  [
    `${CONFIG}[params.reveal_hugo]\nhighlight_theme = "tokyo-night-dark"\n${PAGE}# A`,
    'code-style',
    '1× content/_index.md:1:1',
  ],
  [
    `${CONFIG}[params.reveal_hugo]\ncustom_css = "a.css"\n${PAGE}# A`,
    'centred-slides',
    '1× content/_index.md:1:1',
  ],
  [`relativeURLs = true\n${PAGE}# A`.replace(/^/, '-- hugo.toml --\n'), 'addresses', '1× nowhere'],
  [`${CONFIG}-- data/d.yaml --\na: 1\na: 2\n${PAGE}# A`, 'key-repeated', '1× data/d.yaml:2:1'],
  [
    `${CONFIG}-- content/blog/a.md --\n---\ndate: soon\n---\n${PAGE}# A`,
    'page-left-out',
    '1× content/blog/a.md:1:1',
  ],
  [
    `${CONFIG}-- content/blog/a.md --\n---\naliases: [/talk/]\n---\n-- content/talk/_index.md --\n${PAGE.slice(PAGE.indexOf('+++'))}# A\n-- layouts/_default/single.html --\nx\n`,
    'deck-address',
    '1× content/blog/a.md:2:1',
  ],
  ['-- content/talk/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A', 'list-of-decks', '1× nowhere'],
  [`${PAGE}# A`, 'no-feeds', '1× nowhere'],
];

const placeOf = ({ count, first }: Difference): string =>
  `${count}× ${first ? `${first.file}:${first.line}:${first.column}` : 'nowhere'}`;

test.each(pages)('%j shows %s', (text, id, place) => {
  const found = differencesOf(`${CONFIG}${PAGE}${text}`).map((one) => [one.id, placeOf(one)]);
  expect(found).toContainEqual([id, place.replace(' ', ' content/_index.md:')]);
});

test.each(sites)('%j shows %s', (site, id, place) => {
  const found = differencesOf(site).map((one) => [one.id, placeOf(one)]);
  expect(found).toContainEqual([id, place]);
});

test('a stylesheet with old addresses counts where a deck is made with it', () => {
  const { differences } = examineSite(
    `${CONFIG}-- assets/used.scss --\n// x\n@import "reveal-js/css/theme/template/theme";\n-- assets/other.scss --\n@import "reveal-js/css/theme/template/theme";\n${PAGE}# A`,
    { change: (deck) => ({ ...deck, usedFiles: ['assets/used.scss'] }) },
  );
  expect(differences.map((one) => [one.id, placeOf(one)])).toEqual([
    ['old-style-path', '1× assets/used.scss:2:10'],
  ]);
});

test('fonts that come with a custom theme are told', () => {
  const font = { path: 'deck-assets/fonts/lato-latin-400-normal.woff2', bytes: new Uint8Array() };
  const { differences } = examineSite(`${CONFIG}${PAGE}# A`, {
    change: (deck) => ({ ...deck, files: { ...deck.files, published: [font] } }),
  });
  expect(differences.map(({ id }) => id)).toEqual(['own-fonts']);
});

test('a custom theme that does not compile is told at its line', () => {
  const mistake = createDiagnostic({
    code: 'scss-invalid',
    severity: 'warning',
    message: 'it does not compile',
    hint: 'Mend the line.',
    source: { path: 'assets/own.scss', text: '.a {' },
    offset: 3,
  });
  const { differences } = examineSite(`${CONFIG}${PAGE}# A`, {
    change: (deck) => ({ ...deck, diagnostics: [...deck.diagnostics, mistake] }),
  });
  expect(differences.map((one) => [one.id, placeOf(one)])).toEqual([
    ['theme-not-compiled', '1× assets/own.scss:1:4'],
  ]);
});

test('nothing applies to a plain site', () => {
  const text =
    '# A {{% ref "/" %}}\n\n## [B]({{< relref "/" >}})\n\n## C {{< frag c="d" >}} {#own}\n\n{{% note %}}\nx\n{{% /note %}}\n\n---\n\n<!-- words -->\n\n```\na --- b\n\n---\n\n---\n```\n\n`<b>`\n\n<pre>words</pre>\n\n<!-- <pre><code>a</code></pre> -->\n\n{{</* frag */>}}';
  expect(differencesOf(`${CONFIG}${PAGE}${text}`)).toEqual([]);
});

test('what means something on slides alone is not told of an article', () => {
  const article = '-- content/blog/a.md --\na[^1]\n\n---\n\n---\n\n<pre><code>a</code></pre>\n\n[^1]: b\n';
  expect(differencesOf(`${CONFIG}${article}${PAGE}# A`)).toEqual([]);
});

test('nothing differs where there is no deck', () => {
  expect(differencesOf('-- content/page.md --\n# A')).toEqual([]);
});

test('every row has a case', () => {
  const ids = rows.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(10);
  const tested = [...pages, ...sites].map(([, id]) => id);
  expect(new Set([...tested, 'old-style-path', 'theme-not-compiled'])).toEqual(new Set(ids));
});
