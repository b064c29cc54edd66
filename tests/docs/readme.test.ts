/** The README is for newcomers: it is short, and what it has no room for is in docs/. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument, ROOT } from '../support/documents.ts';

const readme = readDocument('README.md');

test('it is short', () => {
  expect(readme.text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

/** CI runs them as they are written here. */
test.each(['npm ci && npm run build', 'npm ci && npm test'])('it has the command %s', (command) => {
  expect(readme.text).toContain(`\n${command} `);
  expect(readFileSync(path.join(ROOT, '.ci', 'run'), 'utf8')).toContain(`step bash -c '${command}'`);
});

test('it leads to every page', () => {
  const linked = new Set(readme.links.map(({ target }) => target));
  const index = readDocument('docs/README.md').links.map(({ target }) => `docs/${target}`);
  const pages = index.filter((target) => target.endsWith('.md') && !target.includes('..'));
  expect(pages.filter((page) => !linked.has(page))).toEqual([]);
});
