/** The options in the manual are those that the tables have: `npm run schemas` writes them. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeReference } from '../support/reference-slides.ts';

const FILE = path.resolve(import.meta.dirname, '..', '..', 'content', 'reference', 'options.md');

test('the manual is up to date', async () => {
  await expect(writeReference()).toMatchFileSnapshot(FILE);
});
