/** Comments that cite a page of the documents name a page and a heading that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument, ROOT } from '../support/documents.ts';

const CITATION_RE = /docs\/[\w-]+\.md(?:#[\w-]+(?:(?:,| and) #[\w-]+)*)?/g;

const citations = ['src', 'layouts'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|mjs|css)$/.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
    .flatMap((file) =>
      citationsIn(readFileSync(path.join(ROOT, file), 'utf8')).map((cited) => ({ file, cited })),
    ),
);

/** Each as a page with one heading: `docs/a.md#b and #c` are two. */
function citationsIn(text: string): readonly string[] {
  return [...text.replaceAll(/\n\s*\*\s+/g, ' ').matchAll(CITATION_RE)].flatMap(([cited]) => {
    const [page = '', ...anchors] = cited.split(/(?:,| and)? ?#/);
    return anchors.length === 0 ? [page] : anchors.map((anchor) => `${page}#${anchor}`);
  });
}

test('there are citations', () => {
  expect(citations.length).toBeGreaterThan(10);
  expect(citationsIn('Source: docs/a.md#b and #c; docs/d.md, docs/e-f.md#g.')).toEqual([
    'docs/a.md#b',
    'docs/a.md#c',
    'docs/d.md',
    'docs/e-f.md#g',
  ]);
});

test('every citation leads to a page and a heading', () => {
  const missing = citations.filter(({ cited }) => {
    const [page = '', anchor] = cited.split('#');
    if (!existsSync(path.join(ROOT, page))) return true;
    return anchor !== undefined && !readDocument(page).anchors.has(anchor);
  });
  expect(missing).toEqual([]);
});
