/** Code in HTML is coloured wherever the HTML of a slide comes from, and on slides alone. */
import { expect, test } from 'vitest';
import { tryBuild } from '../support/built-pages.ts';

const CODE = '<pre><code class="language-js" data-line-numbers="1|2">let a;\nlet b;</code></pre>';
const SITE = `
-- layouts/shortcodes/snippet.html --
<pre><code class="language-{{ .Get 0 }}" data-trim data-line-numbers="{{ .Get 1 }}">
{{ .Inner }}
</code></pre>
-- layouts/_markup/render-codeblock-own.html --
<pre><code class="language-js" data-line-numbers="{{ .Attributes.lines }}">{{ .Inner }}</code></pre>
-- layouts/_default/single.html --
{{ .Content }}
-- data/parts.toml --
code = '''${CODE}'''
-- content/post/one.md --
${CODE}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
`;

/** The first slide of a deck with this text. */
const slideOf = (text: string): string => tryBuild(SITE + text).sections[0] ?? '';

test.each([
  ['a shortcode of the site', '{{< snippet js "1|2" >}}\n  let a;\n  let b;\n{{< /snippet >}}'],
  ['a render hook', '```own {lines="1|2"}\nlet a;\nlet b;\n```'],
  ['data', '{{< slide content="parts.code" >}}'],
  ['a stack', `{{% section %}}\n\n${CODE}\n\n{{% /section %}}`],
  ['a raw stack', `{{< section >}}\n${CODE}\n{{< /section >}}`],
  ['a fragment', `{{% fragment %}}\n\n${CODE}\n\n{{% /fragment %}}`],
  ['slides in the Markdown of reveal.js', `{{% markdown %}}\n${CODE}\n{{% /markdown %}}`],
  ['words in front of a slide', `${CODE}\n\n{{< slide id="a" >}}\n\n# A`],
])('of %s', (_, text) => {
  const found = tryBuild(SITE + text);
  const html = [found.files['index.html'] ?? '', ...found.sections].join('');
  expect(html).toContain('<span class="hljs-keyword">let</span> b;');
  expect(html).toContain('<span class="fragment code-step"></span></pre>');
});

test('once', () => {
  const html = slideOf(`{{% section %}}\n\n${CODE}\n\n{{% /section %}}`);
  expect(html.match(/code-step/g)).toHaveLength(1);
  expect(html.match(/class="code-line(?: highlight-line)?"/g)).toHaveLength(2);
});

test('a page that is no deck keeps it as it is', () => {
  expect(tryBuild(SITE).files['post/one/index.html']).toContain(CODE);
});
