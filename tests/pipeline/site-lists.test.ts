/** The lists of files that a change of a page does not touch. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { builtIn, parseSite } from '../support/site.ts';

const SITE = `
-- hugo.toml --
[[module.mounts]]
source = "static"
target = "static"
[[module.mounts]]
source = "one/file.txt"
target = "static/file.txt"
-- static/a.txt --
-- one/file.txt --
-- assets/b.txt --
-- content/_index.md --
+++
title = "T"
outputs = ["Reveal"]
+++
-- content/pic.png --
-- content/talk/index.md --
-- content/talk/pic.png --
`;

/** A site whose lists of folders are kept, as while a watcher reports changes. */
function openKept() {
  const texts = parseSite(SITE);
  const plain = memoryFiles(texts);
  const lists = new Map<string, readonly string[]>();
  const list = (folder: string): readonly string[] => {
    const found = plain.list(folder);
    const known = lists.get(folder);
    if (known && known.join('\n') === found.join('\n')) return known;
    lists.set(folder, found);
    return found;
  };
  const open = () => createPipeline({ files: { ...plain, list }, builtIn });
  const live = open();
  const edit = (file: string, text: string | undefined): void => {
    if (text === undefined) delete texts[file];
    else texts[file] = text;
    live.update([file]);
  };
  const sources = (site: typeof live): readonly string[] =>
    site.decks().staticFiles.map(({ outputPath, source }) => `${outputPath} ${source}`);
  return { live, open, edit, sources };
}

test('a new title changes no list of files', () => {
  const { live, edit, open } = openKept();
  const before = live.decks();
  edit('content/_index.md', '+++\ntitle = "U"\noutputs = ["Reveal"]\n+++\n');
  expect(live.decks().staticFiles).toBe(before.staticFiles);
  expect(live.decks().staticSources).toBe(before.staticSources);
  expect(live.decks()).toEqual(open().decks());
});

const edits: readonly (readonly [string, string | undefined])[] = [
  ['static/new.txt', ''],
  ['static/a.txt', undefined],
  ['one/file.txt', undefined],
  ['content/pic.png', undefined],
  ['content/other.png', ''],
  ['content/talk/index.md', '+++\nurl = "/moved/"\n+++\n'],
];

test.each(edits)('a change of %s is in the lists (%j)', (file, text) => {
  const { live, open, edit, sources } = openKept();
  const before = sources(live);
  edit(file, text);
  expect(sources(live)).toEqual(sources(open()));
  expect(sources(live)).not.toEqual(before);
  edit('static/z.txt', '');
  expect(live.decks()).toEqual(open().decks());
});
