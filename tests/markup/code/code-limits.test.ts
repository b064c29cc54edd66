/** Code of any size and with any name: what is too large is shown as it is written, and nothing is looked up in objects. */
import { describe, expect, test } from 'vitest';
import { findExcess } from '../../../src/markup/code/code-limits.ts';
import { wrapLines } from '../../../src/markup/code/code-lines.ts';
import type { Diagnostic } from '../../../src/diagnostics.ts';
import { memoryFiles } from '../../../src/files.ts';
import { openSite } from '../../support/site.ts';

/** Renders a page, and counts lines from its text on. */
function render(text: string): { readonly html: string; readonly found: readonly unknown[] } {
  const page = `---\noutputs: [Reveal]\n---\n${text}\n`;
  const pipeline = openSite(memoryFiles({ 'content/_index.md': page }));
  const decks = pipeline.decks().decks.map((deck) => pipeline.render(deck));
  const name = ({ code, line }: Diagnostic): unknown => [code, line - 3];
  return {
    html: decks.flatMap(({ sections }) => sections.map(({ html }) => html)).join(''),
    found: decks.flatMap(({ diagnostics }) => diagnostics.map(name)),
  };
}

/** The lines that are highlighted. */
function highlighted(highlightedLines: string, count: number): readonly number[] {
  const lines = wrapLines('a\n'.repeat(count), { highlightedLines, isNumbered: false });
  return lines.flatMap((line, n) => (line.includes('highlight-line') ? [n + 1] : []));
}

describe('ranges of lines', () => {
  test.each<[string, readonly number[]]>([
    ['2', [2]],
    ['1,3-4', [1, 3, 4]],
    ['3-4,1-9', [1, 2, 3, 4, 5]],
    ['4-100000000', [4, 5]],
    ['1-999999999999999,2', [1, 2, 3, 4, 5]],
    ['5,4,4,5', [4, 5]],
    ['3-', [3]],
    ['-3', [3]],
    ['4-2', []],
    ['0-2', []],
    ['x,2-y,1.5-3', []],
    ['', []],
    ['2|3', [2]],
  ])('%s', (step, expected) => {
    expect(highlighted(step, 5)).toEqual(expected);
  });
});

describe('the size of code', () => {
  const long = 'a'.repeat(2001);

  test.each<[string, string, number | undefined]>([
    ['a word of 2,000 letters', 'a'.repeat(2000), undefined],
    ['one more', long, 0],
    ['below other lines', `b\n\n${long}`, 2],
    ['dashes', '-'.repeat(2001), 0],
    ['empty lines', '\n'.repeat(2001), 0],
    ['a list of words', 'word\n'.repeat(1500), undefined],
    ['a longer one', 'word\n'.repeat(2000), 0],
    ['with punctuation', 'word.\n'.repeat(8000), undefined],
    ['a list of hashes', `${'0'.repeat(64)},\n`.repeat(700), undefined],
    ['many long words', `${'a'.repeat(500)};\n`.repeat(80), 15],
    ['50,000 characters', 'a(b)\n'.repeat(10_000), undefined],
    ['one more', `${'a(b)\n'.repeat(10_000)}.`, 0],
  ])('%s', (_name, code, line) => {
    expect(findExcess(code)?.line).toBe(line);
  });

  test.each([
    ['```js\n%\n```', 2],
    ['- a\n\n  ```java\n  b\n  %\n  ```', 5],
    ['{{< highlight js >}}\n%\n{{< /highlight >}}', 1],
    ['<pre><code class="language-js">%</code></pre>', 1],
  ])('%j is shown as it is written, with a warning', (text, line) => {
    const { html, found } = render(text.replace('%', long));
    expect(html).toContain(long);
    expect(found).toEqual([['code-too-large', line]]);
  });

  test('a large code in an unknown language is reported for its language alone', () => {
    expect(render('```nonsense\n%\n```'.replace('%', long)).found).toEqual([['code-language-unknown', 1]]);
  });

  test.each(['```\n%\n```', '```text\n%\n```', '    %'])('%j needs no warning', (text) => {
    expect(render(text.replace('%', long)).found).toEqual([]);
  });
});

describe('names that objects have', () => {
  const names = ['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

  test.each(names)('%s as a language', (name) => {
    const { html, found } = render(`\`\`\`${name}\na\n\`\`\``);
    expect(html).toContain(`<code class="language-${name}">a`);
    expect(found).toEqual([['code-language-unknown', 1]]);
  });

  test.each(names)('%s as an option, an attribute and a class', (name) => {
    const { html, found } = render(
      [
        `\`\`\`js {${name}=1}\na\n\`\`\``,
        `{{< highlight js "${name}=1" >}}a{{< /highlight >}}`,
        `<pre><code class="${name} language-${name}">a</code></pre>`,
        `# b {${name}=1}`,
      ].join('\n\n'),
    );
    expect(found).toEqual([]);
    expect(html).toMatch(new RegExp(`<h1 (?:id="b" )?${name}="1"`));
  });
});
