/** Every mistake of an author is told with its code, its place, the lines around it, and what to do now. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { DeckError, type Diagnostic, formatDiagnostic } from '../src/diagnostics.ts';
import { readFixtures } from './support/fixtures.ts';
import { readyDecks } from './support/ready-deck.ts';
import { buildSite, parseSite, renderHtml, testClient } from './support/site.ts';

/** A page that is a deck. */
const PAGE = '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++';

/** All that is found in a site, also when it can't be published. */
function findingsOf(site: string): readonly Diagnostic[] {
  try {
    const { pipeline, diagnostics } = buildSite(site);
    const decks = readyDecks(pipeline);
    const pages = pipeline.publishPages(testClient, () => decks);
    const shown = diagnostics.some(({ severity }) => severity === 'error') ? [] : pipeline.lint(decks, pages);
    return [...diagnostics, ...pages.diagnostics, ...shown];
  } catch (error) {
    if (error instanceof DeckError) return error.diagnostics;
    throw error;
  }
}

/** What takes a package that is not installed, bytes that are no text, what comes with another finding, and what takes a fault of ours. */
const ELSEWHERE = [
  'partial-missing',
  'text-encoding',
  'math-package-missing',
  'mermaid-package-missing',
  'package-broken',
  'deckwright-fault',
];

/** Sites with one mistake each, beside the first line of its report and words of its message. */
const mistakes = readFixtures('mistakes');

for (const { name, cases } of mistakes) {
  describe(`mistakes in ${name}`, () => {
    for (const { title, input, expected } of cases) test(title, () => expectMistake(input, expected));
  });
}

function expectMistake(site: string, expected: string): void {
  const [place, words = ''] = expected.split('\n');
  const [found, ...others] = findingsOf(site);
  expect(others).toEqual([]);
  if (!found) throw new Error('nothing was found');
  expect(formatDiagnostic(found).split('\n', 1)).toEqual([place]);
  expect(found.message).toContain(words);
  expect(found.message).not.toMatch(/[.\n]$/);
  expect(found.hint).toMatch(/\S/);
  expectFrame(found, parseSite(site)[found.file]);
}

test('every code has a case', () => {
  // Those of the bundle and of what is begun need a disk, and are tested with them; those of checks need a browser, and
  // each has its planted fault in tests/fixtures/check.
  const tested = mistakes.flatMap(({ cases }) =>
    cases.map(({ expected }) => /^\w+ (\S+)/.exec(expected)?.[1]),
  );
  expect(codesOf(path.resolve(import.meta.dirname, '..', 'src'))).toEqual(new Set([...tested, ...ELSEWHERE]));
});

/** The frame shows the line as it stands in the file, with a mark under the column. */
function expectFrame({ frame, line, column }: Diagnostic, text: string | undefined): void {
  if (line === 0) return expect(frame).toBe('');
  const rows = frame.split('\n');
  const marked = rows.findIndex((row) => row.startsWith('> '));
  const [, number, content] = /^> +(\d+) \| ?(.*)$/.exec(rows[marked] ?? '') ?? [];
  expect(number).toBe(String(line));
  expect(content).toBe(text?.split('\n')[line - 1]);
  const mark = rows[marked + 1] ?? '';
  expect(mark.trimEnd()).toMatch(/^ +\| *\t*[ \t]*\^$/);
  expect(mark.indexOf('^') - mark.indexOf('| ') - 2).toBe(column - 1);
}

/** The codes that a folder of sources produces, without those of browsers, checks, exports, the bundle, writing, servers and `new`. */
function codesOf(folder: string): ReadonlySet<string | undefined> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !/^(?:browser|bundle|check|client|export|measured|serve|new|write)\b/.test(file),
  );
  return new Set(
    files.flatMap((file) => [
      ...codesIn(parseSync(file, readFileSync(path.join(folder, file), 'utf8')).program),
    ]),
  );
}

/** The codes in the syntax of a file: the words that properties named `code` have. */
function codesIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, key, value } = node as {
    readonly type?: string;
    readonly key?: { readonly name?: string };
    readonly value?: { readonly value?: unknown; readonly expression?: { readonly value?: unknown } };
  };
  // Also in `'address-invalid' as const`.
  const code =
    type === 'Property' && key?.name === 'code' ? (value?.value ?? value?.expression?.value) : undefined;
  const inside = Object.values(node).flatMap(codesIn);
  return typeof code === 'string' && /^[a-z-]+$/.test(code) ? [code, ...inside] : inside;
}

describe('several mistakes', () => {
  const site = `
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# A {{< nope >}}

{{% /note %}}
-- content/home/a.md --
+++
weight = "x"
title = "A"
+++
# good
-- content/home/b.md --
{{% section %}}

{{< slide 'x' >}}
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
# B

---

{{< gone >}}
-- content/fine/_index.md --
+++
outputs = ["Reveal"]
+++
# C
`;

  test('are all reported in one run', () => {
    const { diagnostics } = buildSite(site);
    expect(diagnostics.map(({ code, file, line }) => `${file}:${line} ${code}`).sort()).toEqual([
      'content/_index.md:4 shortcode-unknown',
      'content/_index.md:6 shortcode-not-open',
      'content/home/a.md:2 value-type',
      'content/home/b.md:1 shortcode-unclosed',
      'content/home/b.md:3 shortcode-syntax',
      'content/talk/_index.md:8 shortcode-unknown',
    ]);
  });

  test('leave what is valid beside them as it is', () => {
    const { pipeline } = buildSite(site);
    const headings = pipeline.decks().decks.map((deck) => {
      const html = renderHtml(pipeline, deck).sections.join('\n');
      return [deck.outputPath, [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/g)].map(([, text]) => text?.trim())];
    });
    expect(Object.fromEntries(headings)).toEqual({
      'index.html': ['A', 'good'],
      'talk/index.html': ['B'],
      'fine/index.html': ['C'],
    });
  });

  test('a shortcode whose layout fails does not stop the pages beside it', () => {
    const { pipeline, diagnostics } = buildSite(`
-- layouts/shortcodes/box.hbs --
{{#each}}{{/each}}
${PAGE}
# A
-- content/home/a.md --
{{< box >}}
-- content/home/b.md --
# B
`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['layout-failed']);
    const [deck] = pipeline.decks().decks;
    const html = deck && renderHtml(pipeline, deck).sections.join('\n');
    expect(html).toContain('<h1 id="a">A</h1>');
    expect(html).toContain('<h1 id="b">B</h1>');
  });

  test('a deck with mistakes is told about when it is rendered, and the others are not blamed', () => {
    const { pipeline } = buildSite(site);
    const codes = pipeline
      .decks()
      .decks.map((deck) => [deck.outputPath, pipeline.render(deck).diagnostics.map(({ code }) => code)]);
    expect(Object.fromEntries(codes)).toMatchObject({
      'fine/index.html': [],
      'talk/index.html': ['shortcode-unknown'],
    });
  });
});
