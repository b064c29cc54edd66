/** The options in the documents are those that the tables have: `npm run schemas` writes them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { slideAttributes } from '../../src/site/options/slide.ts';
import { ROOT } from '../support/documents.ts';
import { writeOptionsPage } from '../support/options-page.ts';

test('docs/options.md is up to date', async () => {
  await expect(writeOptionsPage()).toMatchFileSnapshot(path.join(ROOT, 'docs', 'options.md'));
});

/** reveal.js reads some of them as attributes and some as properties of `dataset`. */
test.each(Object.keys(slideAttributes))('reveal.js reads data-%s of a slide', (name) => {
  const dist = path.join(ROOT, 'node_modules', 'reveal.js', 'dist');
  const sources = ['reveal.mjs', 'reveal.css', 'plugin/notes.mjs'].map((file) =>
    readFileSync(path.join(dist, file), 'utf8'),
  );
  const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const isRead = sources.some((text) => text.includes(`data-${name}`) || text.includes(`.${property}`));
  expect(isRead).toBe(true);
});
