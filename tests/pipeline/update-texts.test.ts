/** After an edit of a text the site is not read again, and is as one that is opened now. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { createPipeline, type SitePipeline } from '../../src/pipeline.ts';
import { builtIn, parseSite } from '../support/site.ts';

const SITE = `
-- hugo.toml --
defaultContentLanguage = "en"
[languages.en]
[languages.fr]
-- static/a.txt --
a
-- content/_index.md --
+++
title = "T"
outputs = ["Reveal"]
+++
# One
-- content/bare/_index.md --
# No front matter
-- content/bare/page.fr.md --
---
title: Page
---
une
-- content/cascading/_index.md --
+++
title = "Section"
[cascade]
outputs = ["Reveal"]
layout = "bundle"
+++
text
-- content/cascading/one/index.md --
{ "title": "One" }
text
-- content/cascading/one/part.md --
part
-- content/draft/_index.md --
+++
outputs = ["Reveal"]
draft = true
+++
text
-- content/odd.md --
+++
weight = "heavy"
+++
first
`;

/** An open site, and one that is opened now. */
function openLive() {
  const texts = parseSite(SITE);
  let clock = new Date('2026-01-01');
  const open = (): SitePipeline => createPipeline({ files: memoryFiles(texts), builtIn, now: () => clock });
  const live = open();
  return {
    live,
    open,
    texts,
    setClock: (at: Date) => (clock = at),
    edit: (file: string, text: string | undefined) => {
      if (text === undefined) delete texts[file];
      else texts[file] = text;
      live.update([file]);
    },
  };
}

/** The lists of a site stay the same objects unless it is read again. */
const isReadAgain = (live: SitePipeline, edit: () => void): boolean => {
  const before = live.decks().staticFiles;
  edit();
  return live.decks().staticFiles !== before;
};

const texts: readonly (readonly [string, string])[] = [
  ['content/_index.md', '+++\ntitle = "T"\noutputs = ["Reveal"]\n+++\n# Two\n'],
  ['content/_index.md', '+++\ntitle = "T"\noutputs = ["Reveal"]\n+++\n'],
  ['content/bare/_index.md', '# Other'],
  ['content/bare/page.fr.md', '---\ntitle: Page\n---\ndeux\n+++\n'],
  ['content/cascading/_index.md', parseSite(SITE)['content/cascading/_index.md']!.replace('text', 'other')],
  ['content/cascading/one/index.md', '{ "title": "One" }\nother'],
  ['content/cascading/one/part.md', 'other'],
  ['content/draft/_index.md', parseSite(SITE)['content/draft/_index.md']!.replace('text', 'other')],
  ['content/_index.md', parseSite(SITE)['content/_index.md']!],
];

test.each(texts)('a new text of %s is no reason to read the site again', (file, text) => {
  const { live, open, edit } = openLive();
  live.decks();
  expect(isReadAgain(live, () => edit(file, text))).toBe(false);
  expect(live.decks()).toEqual(open().decks());
  // What is found at the next change of anything else is the same, too.
  edit('static/b.txt', 'b');
  expect(live.decks()).toEqual(open().decks());
});

const others: readonly (readonly [string, string | undefined])[] = [
  ['content/_index.md', '+++\ntitle = "U"\noutputs = ["Reveal"]\n+++\n# One\n'],
  ['content/_index.md', '+++\ntitle = "T"\noutputs = ["Reveal"]\n+++ \n# One\n'],
  ['content/_index.md', '+++\ntitle = "T"\noutputs = ["Reveal"]\n'],
  ['content/_index.md', ''],
  ['content/_index.md', undefined],
  ['content/_index.md', '---\ntitle: T\n---\n# One\n'],
  ['content/bare/_index.md', '+++\noutputs = ["Reveal"]\n+++\n'],
  ['content/bare/_index.md', '\uFEFF# No front matter\n'],
  ['content/bare/_index.md', '{'],
  ['content/bare/new.md', 'new'],
  ['content/cascading/one/part.md', '---\n'],
  // The line is in the frame of a warning.
  ['content/odd.md', '+++\nweight = "heavy"\n+++\nsecond\n'],
];

test.each(others)('another %s: %j', (file, text) => {
  const { live, open, edit } = openLive();
  live.decks();
  expect(isReadAgain(live, () => edit(file, text))).toBe(true);
  expect(live.decks()).toEqual(open().decks());
});

test('an edit of a text after a page was due to be published', () => {
  const { live, open, edit, setClock } = openLive();
  edit('content/bare/page.fr.md', '---\ntitle: Page\npublishDate: 2026-02-01\n---\n');
  expect(live.decks().pages.some(({ title }) => title === 'Page')).toBe(false);
  setClock(new Date('2026-03-01'));
  edit('content/cascading/one/part.md', 'other');
  expect(live.decks().pages.some(({ title }) => title === 'Page')).toBe(true);
  expect(live.decks()).toEqual(open().decks());
});

test('pages and decks that an edit does not touch stay the same objects', () => {
  const { live, edit } = openLive();
  const before = live.decks();
  edit('content/cascading/one/part.md', 'other');
  const after = live.decks();
  const changed = after.decks.filter((deck, n) => deck !== before.decks[n]);
  expect(changed.map(({ head }) => head.source.path)).toEqual(['content/cascading/one/index.md']);
  expect(after.pages.filter((page, n) => page !== before.pages[n])).toHaveLength(1);
});

test('two edits at once', () => {
  const { live, open, edit, texts } = openLive();
  live.decks();
  texts['content/bare/_index.md'] = '# Other';
  texts['content/cascading/one/part.md'] = 'other';
  live.update(['content/bare/_index.md', 'content/cascading/one/part.md']);
  expect(live.decks()).toEqual(open().decks());
  texts['content/bare/_index.md'] = '# Third';
  edit('content/_index.md', '+++\ntitle = "U"\noutputs = ["Reveal"]\n+++\n');
  live.update(['content/bare/_index.md', 'content/_index.md']);
  expect(live.decks()).toEqual(open().decks());
});
