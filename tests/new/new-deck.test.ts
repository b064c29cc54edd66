/** `new deck`: a page out of an archetype, in a place where a deck can be. */
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNew } from '../../src/new/new.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

const SITE = `
-- hugo.toml --
title = "Talks"
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# Home
`;

const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');
const newDeck = (source: string, name: string, kind?: string): string =>
  createNew(['deck', name], { source, variables: {}, ...(kind !== undefined && { kind }) }).text;

test('without archetypes, it begins with the own one', () => {
  const source = writeSite(SITE);
  expect(newDeck(source, 'my-talk')).toBe(`Created content/my-talk/_index.md. Its address is /my-talk/

Next:
  npx deckwright dev --open`);
  expect(read(source, 'content/my-talk/_index.md')).toMatch(
    /^\+\+\+\n#:schema \.\.\/\.\.\/node_modules\/deckwright\/schemas\/deck\.json\ntitle = "My Talk"\n.*\ndate = \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\noutputs = \["Reveal"\]\n\+\+\+\n\n# My Talk\n\n\{\{% note %\}\}/,
  );
});

test.each([
  ['talks/my-talk', 'content/talks/my-talk/_index.md', '/talks/my-talk/'],
  ['./my-talk/', 'content/my-talk/_index.md', '/my-talk/'],
  ['content/my-talk/_index.md', 'content/my-talk/_index.md', '/my-talk/'],
  ['My Talk', 'content/My Talk/_index.md', '/my-talk/'],
])('%s is a deck in %s', (name, file, address) => {
  const source = writeSite(SITE);
  expect(newDeck(source, name)).toContain(`Created ${file}. Its address is ${address}`);
  expect(existsSync(path.join(source, file))).toBe(true);
});

test('the folder of the site and its script for dev are told apart', () => {
  const source = writeSite(`${SITE}-- package.json --\n{ "scripts": { "dev": "deckwright dev" } }\n`);
  expect(newDeck(source, 'a')).toMatch(/Next:\n {2}npm run dev$/);
});

test('contentDir, baseURL and a language with a folder of its own count', () => {
  const source = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
defaultContentLanguage = "de"
[languages.de]
contentDir = "inhalt/de"
weight = 1
[languages.en]
contentDir = "inhalt/en"
weight = 2
`);
  expect(newDeck(source, 'a')).toContain('Created inhalt/de/a/_index.md. Its address is /talks/a/');
});

describe('archetypes', () => {
  const archetype = (name: string, front = 'outputs = ["Reveal"]'): string =>
    `-- archetypes/${name}.md --\n+++\ntitle = "${name}: {{ .Name }}"\n${front}\n+++\n`;

  test.each([
    ['talks/a', ['talks', 'decks', 'default'], 'talks'],
    ['other/a', ['talks', 'decks', 'default'], 'decks'],
    ['other/a', ['default'], 'default'],
  ])('%s with %j begins with %s', (name, kinds, expected) => {
    const source = writeSite(SITE + kinds.map((kind) => archetype(kind)).join(''));
    newDeck(source, name);
    expect(read(source, `content/${name}/_index.md`)).toContain(`title = "${expected}: a"`);
  });

  test('--kind names one', () => {
    const source = writeSite(SITE + archetype('short') + archetype('default'));
    newDeck(source, 'a', 'short');
    expect(read(source, 'content/a/_index.md')).toContain('title = "short: a"');
    expect(() => newDeck(source, 'b', 'shrot')).toThrow(`error archetype-unknown
there is no archetype named "shrot"
hint: Did you mean "short"? Available: default, short. To add one, create archetypes/shrot.md.`);
    expect(() => newDeck(writeSite(SITE), 'b', 'x')).toThrow(
      'hint: There are none. To add one, create archetypes/x.md.',
    );
  });

  test('what one warns of is shown', () => {
    const source = writeSite(`${SITE}${archetype('default')}{{ warnf "choose a room for %s" .Name }}\n`);
    expect(newDeck(source, 'a')).toContain('archetypes/default.md warns: choose a room for a\n');
  });

  test('are templates of Go with what Hugo gives them, and their shortcodes stay', () => {
    const source = writeSite(`${SITE}
-- archetypes/default.md --
---
title: "{{ replace .Name "-" " " | title }}"
date: {{ .Date }}
outputs: [Reveal]
says: "{{ .Type }} {{ .Site.Title }} {{ .File.Dir }} {{ .File.ContentBaseName }} {{ .Page.Kind }}"
---
{{/* for who writes archetypes */}}
{{< slide class="{{ .Type }}" >}}
{{% note %}}{{%/* note */%}}{{ 1 }}{{% /note %}}
`);
    newDeck(source, 'talks/my-talk');
    const [, front = '', body] = read(source, 'content/talks/my-talk/_index.md').split('---\n');
    expect(front).toContain('title: "My Talk"\n');
    expect(Date.now() - Date.parse(/date: (.*)/.exec(front)![1]!)).toBeLessThan(60_000);
    expect(front).toContain('says: "talks Talks talks/my-talk/ my-talk section"');
    expect(body).toBe('\n{{< slide class="talks" >}}\n{{% note %}}{{%/* note */%}}1{{% /note %}}\n\n');
  });

  test('a mistake in one is told at its line, and nothing is written', () => {
    const source = writeSite(`${SITE}-- archetypes/default.md --\n+++\ntitle = "{{< a >}}{{ .Nam }}"\n+++\n`);
    expect(() => newDeck(source, 'a')).toThrow(/^error template-failed archetypes\/default\.md:2:\d+\n.*Nam/);
    expect(() => newDeck(source, 'a')).toThrow('> 2 | title = "{{< a >}}{{ .Nam }}"');
    expect(existsSync(path.join(source, 'content/a'))).toBe(false);
  });

  test('front matter that can not be read is told with the archetype that wrote it', () => {
    const source = writeSite(SITE + archetype('decks', 'weight = = 1'));
    expect(() => newDeck(source, 'a')).toThrow(
      /^error front-matter-invalid content\/a\/_index\.md:3:\d+\nthe TOML front matter can't be read: [^()]*, in the output of archetypes\/decks\.md\n/,
    );
    expect(existsSync(path.join(source, 'content/a'))).toBe(false);
  });

  test('one that begins no deck is told', () => {
    const source = writeSite(SITE + archetype('decks', 'draft = true'));
    expect(() => newDeck(source, 'a')).toThrow(`error archetype-no-deck archetypes/decks.md:1:1
this archetype does not create a deck`);
    expect(existsSync(path.join(source, 'content/a'))).toBe(false);
  });

  test('Hugo’s own default one begins no deck, and ours stands in', () => {
    const source = writeSite(SITE + archetype('default', 'draft = true'));
    expect(newDeck(source, 'a')).toMatch(
      /^archetypes\/default\.md does not create a deck, so the built-in archetype was used\.\nCreated /,
    );
    expect(read(source, 'content/a/_index.md')).toContain('outputs = ["Reveal"]');
  });

  test('a draft is followed by the flag that shows it', () => {
    const source = writeSite(SITE + archetype('decks', 'outputs = "Reveal"\ndraft = true'));
    expect(newDeck(source, 'a')).toMatch(/npx deckwright dev --open --buildDrafts$/);
    const withScript = writeSite(
      `${SITE}${archetype('decks', 'outputs = "Reveal"\ndraft = true')}-- package.json --\n{ "scripts": { "dev": "deckwright dev" } }\n`,
    );
    expect(newDeck(withScript, 'a')).toMatch(/npm run dev -- --buildDrafts$/);
  });

  test('a site that gives all its sections the output needs none in its archetypes', () => {
    const site = SITE.replace('title = "Talks"', 'title = "Talks"\n[outputs]\nsection = ["Reveal"]');
    const source = writeSite(site + archetype('default', 'draft = false'));
    newDeck(source, 'a');
    expect(read(source, 'content/a/_index.md')).toContain('title = "default: a"');
  });
});

describe('nothing is overwritten', () => {
  test.each(['_index.md', 'index.md', '_index.fr.md'])('a %s that is there', (file) => {
    const source = writeSite(`${SITE}-- content/a/${file} --\nmine\n`);
    expect(() => newDeck(source, 'a')).toThrow(`error deck-exists
content/a/${file} already exists
hint: Nothing was written. Choose another name, or edit that file.`);
    expect(read(source, `content/a/${file}`)).toBe('mine\n\n');
  });

  test('a deck at the same address', () => {
    const source = writeSite(
      `${SITE}-- content/b/_index.md --\n+++\noutputs = "Reveal"\nslug = "a"\n+++\n# B\n`,
    );
    expect(() => newDeck(source, 'a')).toThrow(/^error output-conflict content\/b\/_index\.md/);
    expect(existsSync(path.join(source, 'content/a'))).toBe(false);
  });
});

test.each(['../a', 'a/../../b', '/etc/a', 'C:\\a'])('%s leads out of the content folder', (name) => {
  const source = writeSite(SITE);
  expect(() => newDeck(source, name)).toThrow(`error path-outside\n${name} is outside content/`);
  expect(readdirSync(path.join(source, 'content'))).toEqual(['_index.md']);
});

test('a link in the content folder that leads elsewhere is not followed', () => {
  const source = writeSite(SITE);
  const elsewhere = temporaryFolder();
  // On Windows, only an administrator makes links, or anybody in developer mode.
  symlinkSync(elsewhere, path.join(source, 'content/talks'));
  expect(() => newDeck(source, 'talks/a')).toThrow(
    `error path-outside\ncontent/talks/a/_index.md is outside ${source}`,
  );
  expect(readdirSync(elsewhere)).toEqual([]);
});

test.each([
  ['.', 'it is empty'],
  ['_index.md', 'it is empty'],
  ['my-talk.md', 'that name is used for pages'],
  ['a/.hidden', 'pages in folders of that name are ignored'],
  ['a?', 'some systems do not allow a folder of that name'],
])('%s is no name of a deck', (name, why) => {
  expect(() => newDeck(writeSite(SITE), name)).toThrow(`error deck-name-invalid
"${name}" can't be the name of a deck: ${why}
hint: A deck is a folder in the content folder: deckwright new deck my-talk, or talks/my-talk.`);
});

test('a folder that is no site is told', () => {
  const folder = temporaryFolder();
  expect(() => newDeck(folder, 'a')).toThrow(`error site-missing
${folder} is not a site: it has no configuration and no content folder
hint: Create one with deckwright new site DIR, or pass the folder of your site with --source.`);
  expect(readdirSync(folder)).toEqual([]);
});

test('a configuration that can not be read is told at its line', () => {
  const source = writeSite(SITE.replace('title = "Talks"', 'title = '));
  expect(() => newDeck(source, 'a')).toThrow(/hugo\.toml:1:/);
});

test('a site without such decks is told', () => {
  const source = writeSite(SITE.replace('title', 'disableKinds = ["section"]\ntitle'));
  expect(() => newDeck(source, 'a')).toThrow(
    /^error deck-impossible\na page at content\/a\/_index\.md would not be a deck of this site/,
  );
  const ignoring = writeSite(SITE.replace('title', 'ignoreFiles = ["a/_index"]\ntitle'));
  expect(() => newDeck(ignoring, 'a')).toThrow('hint: Check ignoreFiles, disableKinds and the mounts');
});
