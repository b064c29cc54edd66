/**
 * Reads fixtures in the form that markdown-it's own have: a title, then what goes in and what has to come out, each
 * between lines of a single dot. A file may begin with the site's configuration between two lines `---`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { buildSite, openSite, renderHtml } from './site.ts';

/** One case of a file. */
export interface FixtureCase {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

/** One file. */
export interface FixtureFile {
  readonly name: string;
  /** What stands in `hugo.yaml`. */
  readonly config: string;
  readonly cases: readonly FixtureCase[];
}

const CONFIG_RE = /^---\n([\s\S]*?\n)---\n/;
const CASE_RE = /^(?!\.$)(.+)\n\.\n((?:(?!\.$).*\n)*)\.\n((?:(?!\.$).*\n)*)\.\n/m;

/** All files of a folder below `tests/fixtures/`. */
export function readFixtures(folder: string): readonly FixtureFile[] {
  const root = path.join(import.meta.dirname, '..', 'fixtures', folder);
  return readdirSync(root)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFixture(name, readFileSync(path.join(root, name), 'utf8')));
}

function readFixture(name: string, text: string): FixtureFile {
  const [head = '', config = 'title: Fixture\n'] = CONFIG_RE.exec(text) ?? [];
  const cases: FixtureCase[] = [];
  let rest = text.slice(head.length);
  for (let match = CASE_RE.exec(rest); match; match = CASE_RE.exec(rest)) {
    const [whole, title = '', input = '', expected = ''] = match;
    const skipped = rest.slice(0, match.index).trim();
    if (skipped) throw new Error(`${name}: this belongs to no case:\n${skipped}`);
    cases.push({ title, input, expected });
    rest = rest.slice(match.index + whole.length);
  }
  if (rest.trim()) throw new Error(`${name}: this belongs to no case:\n${rest.trim()}`);
  return { name, config, cases };
}

/** The slides of a page with this text, in a site of these files. What is an error fails the case. */
export function renderSections(body: string, files: Readonly<Record<string, string>>): string {
  const page = `+++\noutputs = ["Reveal"]\n+++\n${body}`;
  const pipeline = openSite(memoryFiles({ ...files, 'content/_index.md': page }));
  const { decks, diagnostics } = pipeline.decks();
  const rendered = decks.map((deck) => renderHtml(pipeline, deck));
  const found = [...diagnostics, ...rendered.flatMap((deck) => deck.diagnostics)];
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  return rendered
    .flatMap(({ sections }) => sections)
    .join('\n')
    .trim();
}

/** Publishes the slides of all cases, each as a deck of one site. */
export function publishCases(cases: readonly FixtureCase[], files: Readonly<Record<string, string>>): void {
  const pages = cases.map(({ input }, n) => [
    `content/case-${n}/_index.md`,
    `+++\noutputs = ["Reveal"]\n+++\n${input}`,
  ]);
  const { outputs } = buildSite(memoryFiles({ ...files, ...Object.fromEntries(pages) }));
  const published = new Set(outputs.map(({ path }) => path));
  expect(cases.filter((_, n) => !published.has(`case-${n}/index.html`))).toEqual([]);
}
