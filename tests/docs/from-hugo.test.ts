/** docs/from-hugo.md has every difference that the doctor knows: `npm run schemas` writes them. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { differences } from '../../src/doctor/differences.ts';
import { unsupported } from '../../src/doctor/unsupported.ts';
import { ROOT } from '../support/documents.ts';
import { escapeText, writeParts } from '../support/generated-parts.ts';

const FILE = 'docs/from-hugo.md';

/** Where a difference is on the page: each of them under one title. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Mistakes do not stop a deck': [
    'theme-tolerated',
    'theme-not-compiled',
    'page-left-out',
    'deck-address',
    'key-repeated',
    'shortcode-closed',
  ],
  Slides: [
    'break-under-shortcode',
    'slide-twice',
    'text-before-slide',
    'slide-in-section',
    'fragment-in-place',
    'empty-slide',
    'commented-shortcode',
    'markdown-section',
    'template-class',
    'heading-id',
    'footnotes',
  ],
  'HTML and Markdown': ['html-kept', 'html-as-text', 'markdown-in-html'],
  Code: ['code-lines', 'code-colours', 'code-in-html', 'code-style'],
  'Formulas and diagrams': ['formulas', 'diagrams', 'drawings'],
  Appearance: ['contrast', 'own-fonts', 'centred-slides', 'old-style-path'],
  'Options and scripts': ['camel-case-option', 'plugin-by-path', 'own-host'],
  'On stage and in print': ['print-numbers', 'notes-of-steps', 'video-flags'],
  'The built site': ['network-card', 'addresses', 'list-of-decks', 'no-feeds'],
};

const textOf = new Map(differences.map(({ id, says }) => [id, says]));
const item = (text: string): string => `- ${escapeText(text)}`;

test('every difference has its line', () => {
  const grouped = Object.values(GROUPS).flat();
  expect(grouped.toSorted()).toEqual(differences.map(({ id }) => id).toSorted());
});

test('docs/from-hugo.md is up to date', async () => {
  const parts = {
    differences: Object.entries(GROUPS)
      .map(([title, ids]) => [`### ${title}`, ids.map((id) => item(textOf.get(id) ?? '')).join('\n')])
      .flat()
      .join('\n\n'),
    unsupported: unsupported.map(({ says }) => item(says)).join('\n'),
  };
  await expect(writeParts(FILE, parts)).toMatchFileSnapshot(path.join(ROOT, FILE));
});
