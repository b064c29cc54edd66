/** Speaker notes in the order in which they are spoken, in all formats. */
import { mkdtempSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DeckNotes, formatTime, readDeckNotes } from '../../src/export/notes/deck-notes.ts';
import { formatOfFile, notesFormats } from '../../src/export/notes/formats.ts';
import { exportNotes } from '../../src/export/notes/notes.ts';
import { memoryFiles } from '../../src/files.ts';
import { openSite, parseSite } from '../support/site.ts';

const SITE = `
-- content/_index.md --
+++
title = "Boats & <sails>"
outputs = ["Reveal"]
[reveal_hugo]
total_time = 3700
+++
# One *a* [x]

{{% note %}}
Say **hello**, see [the site](https://example.org/a_b).

1. first
2. second
   - nested

| a | b |
|---|---|
| 1 | 2 |
{{% /note %}}

---

{{< slide id="two" timing="125" >}}

## Two

<p class="fragment" data-fragment-index="2">b<aside class="notes">second</aside></p>
<p class="fragment" data-fragment-index="1" data-notes="first">a</p>
<p class="fragment">c<aside class="notes"><b>last</b><script>alert(1)</script></aside></p>

{{% note %}}Own{{% /note %}}

---

{{% section %}}

{{< slide notes="from an attribute" timing="soon" >}}

## Down

---

## Further

{{% /section %}}

---

{{< slide visibility="hidden" >}}

## Hidden

{{% note %}}put aside{{% /note %}}
`;

const pipeline = openSite(memoryFiles(parseSite(SITE)));
const [deck] = pipeline.decks().decks;
if (!deck) throw new Error('there is no deck');
const notes: DeckNotes = readDeckNotes(pipeline.render(deck), { name: '/', language: 'en-gb' });

test('slides are those that reveal.js shows, with their numbers, ids and times', () => {
  expect(notes.slides.map(({ number, id, heading, time }) => [number, id, heading, time])).toEqual([
    ['1', '', 'One a [x]', undefined],
    ['2', 'two', 'Two', 125],
    ['3.1', '', 'Down', undefined],
    ['3.2', '', 'Further', undefined],
  ]);
  expect(notes.totalTime).toBe(3700);
});

test('notes of fragments come in the order of their steps, after those of the slide', () => {
  expect(notes.slides[1]?.notes).toEqual([
    { step: 0, html: 'Own' },
    { step: 1, html: 'first' },
    { step: 2, html: 'second' },
    { step: 3, html: '<b>last</b>' },
  ]);
});

test('an attribute counts where there are no other notes', () => {
  expect(notes.slides[2]?.notes).toEqual([{ step: 0, html: 'from an attribute' }]);
  expect(notes.slides[3]?.notes).toEqual([]);
});

test('Markdown', () => {
  expect(notesFormats.markdown.write(notes)).toBe(`# Boats & \\<sails\\>

*total time 1:01:40, times of slides 2:05*

## 1 One a \\[x\\]

Say **hello**, see [the site](https://example.org/a_b).

1. first
2. second
   - nested

<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>

## 2 Two (2:05)

Own

**[1]** first

**[2]** second

**[3]** **last**

## 3.1 Down

from an attribute

## 3.2 Further
`);
});

test('text', () => {
  expect(notesFormats.text.write(notes)).toBe(`Boats & <sails>
===============

total time 1:01:40, times of slides 2:05

1 One a [x]

Say hello, see the site (https://example.org/a_b).

1. first
2. second
   - nested

a | b

1 | 2

2 Two (2:05)

Own

[1] first

[2] second

[3] last

3.1 Down

from an attribute

3.2 Further
`);
});

test('JSON', () => {
  expect(JSON.parse(notesFormats.json.write(notes))).toMatchObject({
    deck: '/',
    title: 'Boats & <sails>',
    language: 'en-gb',
    totalTime: 3700,
    slides: [
      { number: '1', heading: 'One a [x]' },
      { number: '2', id: 'two', time: 125, notes: [{ text: 'Own' }, {}, {}, { step: 3, text: 'last' }] },
      { number: '3.1' },
      { number: '3.2', notes: [] },
    ],
  });
});

test('HTML is a whole page in the language of the deck, and escapes its texts', () => {
  const html = notesFormats.html.write(notes);
  expect(html).toMatch(/^<!doctype html>\n<html lang="en-gb">/);
  expect(html).toContain('<title>Boats &amp; &lt;sails&gt;</title>');
  expect(html).toContain('<span class="step">3</span><b>last</b>');
  expect(html).not.toContain('alert(1)');
  expect(html).not.toContain('put aside');
});

test.each([
  [5, '0:05'],
  [65, '1:05'],
  [3600, '1:00:00'],
  [3725, '1:02:05'],
])('%i seconds are %s', (seconds, expected) => expect(formatTime(seconds)).toBe(expected));

test.each([
  ['a.md', 'markdown'],
  ['a/b.HTM', 'html'],
  ['a.json', 'json'],
  ['notes/', undefined],
  [undefined, undefined],
])('%s is %s', (file, expected) => expect(formatOfFile(file)).toBe(expected));

describe('files', () => {
  const source = mkdtempSync(path.join(os.tmpdir(), 'deckwright-notes-'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(source, name)), { recursive: true });
    writeFileSync(path.join(source, name), text);
  };
  const page = (title: string): string =>
    `+++\ntitle = "${title}"\noutputs = ["Reveal"]\n+++\n# ${title}\n\n---\n\n# More\n`;
  write('content/a/_index.md', page('A'));
  write('content/b/_index.md', page('B'));

  test('each deck has a file with its name', () => {
    const output = path.join(source, 'out');
    const { files, slides, decks } = exportNotes({ source, all: true, output, format: 'text' });
    expect(files.map((file) => path.relative(output, file.path))).toEqual(['a-notes.txt', 'b-notes.txt']);
    expect([slides, decks]).toEqual([4, 2]);
  });

  test('the extension is the format, and a range selects slides', () => {
    const output = path.join(source, 'b.json');
    exportNotes({ source, decks: ['b'], output, range: '2' });
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ title: 'B', slides: [{ number: '2' }] });
  });

  test('a slide that does not exist', () => {
    expect(() => exportNotes({ source, decks: ['b'], range: '9' })).toThrow(/there is no slide "9" in \/b\//);
  });

  test('an error in another deck does not matter, an error in this one does', () => {
    write('content/a/_index.md', `${page('A')}{{< nope >}}\n`);
    const output = path.join(source, 'c.md');
    expect(exportNotes({ source, decks: ['b'], output }).files).toHaveLength(1);
    expect(() => exportNotes({ source, decks: ['a'], output })).toThrow(/no shortcode named "nope"/);
  });
});
