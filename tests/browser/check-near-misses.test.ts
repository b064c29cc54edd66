/** What a check leaves alone on public sites, next to what it reports: each pair is a deck of its own. */
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { writeSite } from '../support/write-site.ts';

useBrowserPath();

const site = (body: string, options = '', files = ''): string =>
  writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
theme = "white"
center = false
${options}
+++
${body}
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
${files}
`);

/** The findings of a deck: code and number of the slide. */
async function findingsOf(body: string, only: string, options?: string): Promise<readonly string[]> {
  const { findings } = await check({ source: site(body, options), only: only.split(',') });
  return findings.map(({ code, slide }) => `${code} ${slide}`.trim());
}

test('a fragment that is dimmed after its turn, and one that is dim in its turn', async () => {
  const dimmed = (color: string): string =>
    `<style>.fade-in-then-semi-out { color: ${color} }</style>\n<p class="fragment fade-in-then-semi-out">One</p>\n<p class="fragment">Two</p>`;
  expect(await findingsOf(dimmed('#222'), 'contrast')).toEqual([]);
  expect(await findingsOf(dimmed('#bbb'), 'contrast')).toEqual(['contrast 1']);
});

test('a script that needs one of another host, and one that needs nothing', async () => {
  const needs = '<script>libraryOfAnotherHost.start();</script>';
  const blocked = `<script src="https://example.org/library.js"></script>\n${needs}`;
  const only = 'console-error,request-external';
  expect(await findingsOf(blocked, only)).toEqual(['request-external 1']);
  expect(await findingsOf(needs, only)).toEqual(['console-error']);
  const thrown = `${blocked}\n<script>throw new Error('thrown by the deck');</script>`;
  expect(await findingsOf(thrown, only)).toEqual(['console-error 1', 'request-external 1']);
});

test('a formula that a script of another host would draw, and one that nobody draws', async () => {
  const formula = `<p style="white-space: nowrap">Much text before $\\frac{memory\\ of\\ the\\ machine}{size\\ of\\ the\\ frame}$ and after</p>`;
  const mathjax = '<script src="https://example.org/mathjax.js"></script>';
  expect(await findingsOf(`${mathjax}\n${formula}`, 'overflow')).toEqual([]);
  expect(await findingsOf(formula, 'overflow')).toEqual(['overflow 1']);
});

test('a line that reaches a little into the margin, and one that reaches beyond it', async () => {
  const above = (pixels: number): string =>
    `<p style="margin: ${-pixels}px 0 0; height: 700px; line-height: 0"><svg width="100" height="20" role="img" aria-label="A line"><rect width="100" height="20"/></svg></p>`;
  expect(await findingsOf(above(5), 'overflow')).toEqual([]);
  expect(await findingsOf(above(15), 'overflow')).toEqual(['overflow 1']);
  expect(await findingsOf(above(5), 'overflow', 'margin = 0')).toEqual(['overflow 1']);
});

test('a file without an extension is searched with its folders', async () => {
  const body = `# A stylesheet

The style is in css

---

# Another

<link rel="stylesheet" href="https://example.org/css?family=A">
`;
  expect(await findingsOf(body, 'request-external')).toEqual(['request-external 2']);
});

test('many texts of a colour on a picture, and of another that is easy to read', async () => {
  const words = (color: string): string =>
    Array.from({ length: 30 }, (_, index) => `<span style="color: ${color}">word${index}</span>`).join('\n');
  const body = `{{< slide background-image="/light.svg" >}}\n\n<p>${words('#bbb')}</p>\n<p>${words('#222')}</p>`;
  const light =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#eee"/></svg>';
  const { findings, unsure } = await check({
    source: site(body, '', `-- static/light.svg --\n${light}`),
    only: ['contrast'],
  });
  expect(unsure).toEqual([]);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('the contrast of 30 texts is 1.6'),
  ]);
});

test('code that its box cuts off: its background is that of the box, not what is next to it', async () => {
  const code = `<pre style="overflow: auto; background: #111"><code style="display: block; overflow: auto"><span style="color: #eee; background: linear-gradient(#111, #111)">${'a long line of code '.repeat(20)}</span></code></pre>`;
  const { findings, unsure } = await check({ source: site(code), only: ['contrast'] });
  expect([findings, unsure]).toEqual([[], []]);
});

test('slides after a section inside of a slide of a stack', async () => {
  const body = `{{% section %}}
# One

---

<section>
<p>A section inside of a slide</p>
</section>

---

# Three

<p style="font-size: 10px">Small on the third slide</p>

---

# Four
{{% /section %}}

---

# Five
${'\n---\n\n# More\n'.repeat(12)}`;
  expect(await findingsOf(body, 'text-small')).toEqual(['text-small 1.3']);
});

test('code that is scrolled on the slide, and code whose box is beyond it', async () => {
  const below = (pixels: number): string =>
    `<div style="height: ${pixels}px"></div>\n\n\`\`\`js\nconst one = 1;\nconst two = 2;\nconst three = 3;\n\`\`\``;
  expect(await findingsOf(below(300), 'overflow')).toEqual([]);
  expect(await findingsOf(below(640), 'overflow')).toEqual(['overflow 1']);
});
