/** A build finds every planted fault, in its line, and nothing in the near misses beside it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { collectFindings, openSite, renderDecks, sortDiagnostics } from '../../src/bundle/open-site.ts';
import { listFound, listPlanted, plantedSite } from '../support/planted-faults.ts';
import { testClient } from '../support/site.ts';

const planted = listPlanted('build');

test('every planted fault is found, and nothing else', () => {
  const open = openSite({ source: plantedSite, variables: {} });
  const decks = renderDecks(open);
  const pages = open.pipeline.publishPages(testClient, () => decks);
  const found = [...collectFindings(open, decks), ...pages.diagnostics, ...open.pipeline.lint(decks, pages)];
  expect(listFound(sortDiagnostics(found))).toEqual(planted);
});

test('every check of the documentation is planted', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/checks.md'), 'utf8');
  const [, table = ''] = /## What is checked\n([\s\S]*?)\n### /.exec(text) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const codes = rows.flatMap((row) =>
    Array.from((row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g), ([, code]) => code),
  );
  const all = new Set(planted.map((fault) => fault.split(' ')[0]));
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !all.has(code))).toEqual([]);
  expect(planted.length).toBeGreaterThanOrEqual(60);
});
