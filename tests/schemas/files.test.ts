/** The schemas in the repository are those that the tables make: `npm run schemas` writes them. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { highlightThemeNames } from '../../src/bundle/styles/code-styles.ts';
import { createSchemas } from '../../src/schemas/schemas.ts';

const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'schemas');

test.each(Object.entries(createSchemas(highlightThemeNames())))('%s is up to date', async (name, schema) => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(path.join(FOLDER, name));
});
