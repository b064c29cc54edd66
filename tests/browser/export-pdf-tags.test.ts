/** What screen readers get of a PDF: the rules of PDF/UA-1 that can be checked, and the words of formulas and notes. */
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { exportHandout } from '../../src/export/handout/handout.ts';
import { exportPdf, type PdfOptions } from '../../src/export/pdf/pdf.ts';
import type { ExportResult } from '../../src/export/types.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { brokenRules, listElements } from '../support/pdf-rules.ts';
import { VIDEO } from '../support/pictures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

useBrowserPath();

const everything = temporaryFolder(path.resolve(import.meta.dirname, '..', 'fixtures', 'export'));
copyFileSync(VIDEO, path.join(everything, 'static', 'clip.webm'));

const words = writeSite(`
-- hugo.toml --
languageCode = "en"
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
+++
outputs = ["Reveal"]
title = "Words"
+++
# Words

---

## Lists

1. one
   - *deep* and **deeper**
     - deepest
2. two [link](#/1)

- [ ] a task
- [x] done

<ul style="list-style: none"><li>no mark</li></ul>

---

## Groups

<div style="opacity: 0.5"><p>faded <b>text</b></p></div>

<p style="mix-blend-mode: multiply; background: #345">blended</p>

> A quote

<aside>An aside</aside>

<figure><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E" alt="A square"><figcaption>A caption</figcaption></figure>

{{% note %}}
A note with a [link](https://example.org/).
{{% /note %}}

---

## Formula

\`\`\`math
\\frac{a}{b} + \\sqrt{2}
\`\`\`

{{% note %}}
Another note.
{{% /note %}}
`);

async function read(result: Promise<ExportResult>): Promise<PDFDocument> {
  const [file] = (await result).files;
  return PDFDocument.load(readFileSync(file?.path ?? ''), { updateMetadata: false });
}

const output = (): string => path.join(temporaryFolder(), 'deck.pdf');
const print = (options: PdfOptions): Promise<PDFDocument> =>
  read(exportPdf({ source: words, decks: ['/'], output: output(), ...options }));

const name = (text: string): PDFName => PDFName.of(text);
const textOf = (dict: PDFDict, key: string): string =>
  dict.lookupMaybe(name(key), PDFString, PDFHexString)?.decodeText() ?? '';
const typeOf = (element: PDFDict): string => element.lookup(name('S'), PDFName).decodeText();

describe('the rules of PDF/UA-1', () => {
  test.each([
    ['a deck with everything', { source: everything }],
    ['each step of it', { source: everything, steps: true }],
    ['words of all kinds', {}],
    ['notes below', { notes: 'below' }],
    ['notes as annotations', { notes: 'annotations' }],
  ] as const)('%s', async (_name, options) => {
    expect(brokenRules(await print(options))).toEqual([]);
  });

  test.each([everything, words])('a handout', async (source) => {
    expect(brokenRules(await read(exportHandout({ source, decks: ['/'], output: output() })))).toEqual([]);
  });
});

test('a formula has its source as words', async () => {
  const formulas = listElements(await print({})).filter((element) => typeOf(element) === 'Formula');
  expect(formulas.map((formula) => textOf(formula, 'Alt'))).toEqual([String.raw`\frac{a}{b} + \sqrt{2}`]);
});

test('annotations are read after their slides', async () => {
  const pdf = await print({ notes: 'annotations' });
  const order = listElements(pdf)
    .map(typeOf)
    .filter((type) => /^H\d$|^Annot$/.test(type));
  expect(order).toEqual(['H1', 'H2', 'H2', 'Annot', 'H2', 'Annot']);
});

test('a link says where it leads', async () => {
  const said = (await print({}))
    .getPages()
    .flatMap(({ node, doc }) =>
      (node.Annots()?.asArray() ?? []).map((ref) => doc.context.lookup(ref, PDFDict)),
    )
    .map((link) => textOf(link, 'Contents'));
  expect(said).toEqual(['Lists']);
});
