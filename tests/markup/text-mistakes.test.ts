/** Mistakes in Markdown that make something else of a text than its author meant. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const found = (body: string): readonly string[] =>
  buildSite(`-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n\n${body}\n`).diagnostics.map(
    ({ severity, code, line, column }) => `${severity} ${line}:${column} ${code}`,
  );

const deck = (body: string): readonly string[] => found(`# One\n\n---\n\n${body}`);

describe('a break that makes a heading', () => {
  test.each([
    ['# Two\n\nSome words.\n---\n\n# Three', 12],
    ['# Two\nSome words\n---\n\nmore', 11],
    ['# Two\n\nwords\n---\n# Three', 12],
    ['Two lines\nof words\n---\n\n# Three', 11],
    ['![a tree](a.png)\n---\n\nmore', 10],
    ['words\n---\n{{< slide id="x" >}}\n# Three', 10],
    ['A sentence.\n---\n\nmore', 10],
    ['{{% section %}}\n\n# A\n\nwords.\n---\n\n# B\n\n{{% /section %}}', 14],
  ])('%j', (body, line) => {
    expect(deck(body).filter((one) => one.includes('heading'))).toEqual([
      `warning ${line}:1 heading-by-break`,
    ]);
  });

  test.each([
    'Two\n---\n\n- a\n- b',
    'What is it?\n---\n\nwords',
    'Two\n---\n\n## A part\n\nwords',
    'Two\n---\nwords',
    'Two\n-----\n\nwords',
    '# Two\n\nSome words.\n-----------\n\n# Three',
    '# Two\n\nSome words.\n-\n\n# Three',
    '# Two\n\nSome words.\n\n---\n\n# Three',
    'Two\n===\n\nwords',
    '# Two\n\n- a\n- b\n---\n\n# Three',
    '# Two\n\n| a |\n|---|\n| b |\n\n---\n\nmore',
    '# Two\n\n```yaml\nwords.\n---\n\na\n```',
    '# Two\n\n> words.\n---\n\nmore',
    '# Two\n\n<div>\nwords.\n---\n\n</div>',
  ])('near misses: %j', (body) => {
    expect(deck(body)).toEqual([]);
  });

  test('a page without another break', () => {
    expect(found('# One\n\nSome words.\n---\n\n# Two')).toEqual([]);
  });
});

describe('footnotes', () => {
  test.each([
    ['words[^1] and more', ['9:6 footnote-undefined']],
    ['words[^1] and[^2]\n\n[^1]: one', ['9:14 footnote-undefined']],
    ['words[^a] and[^note]\n\n[^a]: one', ['9:14 footnote-undefined']],
    ['[^1] and [^1]', ['9:1 footnote-undefined', '9:10 footnote-undefined']],
    ['| a | b |\n|---|---|\n| c | d[^1] |', ['11:8 footnote-undefined']],
    ['words\n\n[^1]: one', ['11:1 footnote-unused']],
    ['words[^2]\n\n[^1]: one\n[^2]: two', ['11:1 footnote-unused']],
    ['words\n\n[^1]: one[^2]\n\n[^2]: two', ['11:1 footnote-unused', '13:1 footnote-unused']],
    [
      '{{% section %}}\nwords[^1]\n{{% /section %}}\n\n---\n\n[^1]: one',
      ['10:6 footnote-undefined', '15:1 footnote-unused'],
    ],
  ])('%j', (body, expected) => {
    expect(deck(body)).toEqual(expected.map((one) => `warning ${one}`));
  });

  test.each([
    'words[^1]\n\n[^1]: one',
    'words[^1]\n\n---\n\n# Three\n\n[^1]: one',
    'words[^a]\n\n[^a]: one[^b]\n\n[^b]: two',
    '`[^1]`',
    '```\n[^1]\n```',
    '\\[^1]',
    'letters but [^aeiou] and [^abc]',
    'all but [^1-9] and [^1]* and x[^1](a)',
    '[^1](https://example.org)',
    '<!-- [^1] -->',
  ])('near misses: %j', (body) => {
    expect(deck(body)).toEqual([]);
  });

  test('a site without footnotes', () => {
    const site =
      '-- hugo.toml --\nmarkup.goldmark.extensions.footnote = false\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\nwords[^1]\n';
    expect(buildSite(site).diagnostics).toEqual([]);
  });
});

describe('items that are nothing but a fragment', () => {
  test.each([
    ['- {{% fragment %}}with *Markdown*{{% /fragment %}}', '9:1'],
    ['1. {{< frag c="a" >}}', '9:1'],
    ['- a\n- {{< fragment class="fade-up" >}}b{{< /fragment >}}', '10:1'],
    ['- <span class="fragment">a `b` <c></span>', '9:1'],
    ['- a\n  - {{< frag c="b" >}}', '10:3'],
    ['{{% section %}}\n- {{% fragment %}}a{{% /fragment %}}\n{{% /section %}}', '10:1'],
  ])('%j', (body, place) => {
    expect(deck(body).filter((one) => one.includes('bullet'))).toEqual([
      `warning ${place} fragment-bare-bullet`,
    ]);
  });

  test.each([
    '- a {{< frag c="b" >}}',
    '- {{< frag c="a" >}} b',
    '- {{% fragment class="highlight-blue" %}}a{{% /fragment %}}',
    '- {{% fragment class="grow" %}}a{{% /fragment %}}',
    '- {{% fragment class="fade-out" %}}a{{% /fragment %}}',
    '- {{% fragment %}}a{{% /fragment %}} and {{% fragment %}}b{{% /fragment %}}',
    '<ul>\n<li class="fragment">a</li>\n</ul>',
    '{{% fragment %}}\n- a\n- b\n{{% /fragment %}}',
    '{{% fragment %}}a{{% /fragment %}}',
    '- a\n- b',
    '- <span class="fragments">a</span>',
    '- `<span class="fragment">`',
  ])('near misses: %j', (body) => {
    expect(deck(body)).toEqual([]);
  });
});
