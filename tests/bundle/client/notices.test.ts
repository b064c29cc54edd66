/** The licences of what is published are published with it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BundledClient, provideClient } from '../../../src/bundle/client/client-cache.ts';
import type { ClientRequest } from '../../../src/bundle/client/client-modules.ts';
import { clientPackages } from '../../../src/bundle/packages.ts';

const request: ClientRequest = {
  features: [],
  styles: [{ theme: 'league', highlightTheme: undefined, math: false }],
  scripts: ['module'],
  packages: clientPackages(path.resolve(import.meta.dirname, '../../..')),
  parts: [],
  subsets: ['latin'],
};

const noticesOf = ({ folder, files }: BundledClient): string =>
  readFileSync(path.join(folder, files.find((file) => file.endsWith('NOTICES.txt')) ?? ''), 'utf8');

/** The titles of the parts, without versions. */
const titlesOf = (notices: string): readonly string[] =>
  notices.split(/\n-{72}\n\n/).map((part) => (part.split('\n', 1)[0] ?? '').replace(/ \d.*/, ''));

describe('a client', () => {
  let client: BundledClient;
  beforeAll(async () => {
    client = await provideClient(request);
  });

  test('has the licences of what it contains, and no others', () => {
    const notices = noticesOf(client);
    const fonts = titlesOf(notices).filter((title) => !['deckwright', 'reveal.js'].includes(title));
    expect(titlesOf(notices)).toEqual(expect.arrayContaining(['deckwright', 'reveal.js']));
    expect(fonts.map((title) => title.replace('@fontsource/', ''))).toEqual(['lato', 'league-gothic']);
    expect(notices).toContain('Hakim El Hattab');
    expect(notices.match(/SIL OPEN FONT LICENSE Version 1\.1/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test('names the file in each script and stylesheet', () => {
    const code = client.files.filter((file) => /\.(?:js|css)$/.test(file));
    expect(code.length).toBeGreaterThan(1);
    for (const file of code) {
      const text = readFileSync(path.join(client.folder, file), 'utf8');
      expect(text.split('\n', 1), file).toEqual(['/*! Licences: THIRD-PARTY-NOTICES.txt */']);
      expect(text.match(/THIRD-PARTY/g), file).toHaveLength(1);
    }
  });
});

test.each<[string, Partial<ClientRequest>]>([
  ['highlight.js', { styles: [{ theme: 'league', highlightTheme: 'monokai', math: false }] }],
  ['katex', { styles: [{ theme: 'league', highlightTheme: undefined, math: true }] }],
  ['minisearch', { hasList: true }],
  ['mermaid', { features: ['mermaid'] }],
])('the licence of %s is there where it is used', async (name, more) => {
  const titles = titlesOf(noticesOf(await provideClient({ ...request, ...more })));
  expect(titles).toContain(name);
  expect(
    titles.filter((title) => ['highlight.js', 'katex', 'minisearch', 'mermaid'].includes(title)),
  ).toEqual([name]);
});
