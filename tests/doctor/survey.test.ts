/** What the doctor tells of shortcodes and templates. */
import { describe, expect, test } from 'vitest';
import { DECK, examineSite, site } from './patient.ts';

const examination = examineSite(site);

describe('shortcodes', () => {
  const told = examination.shortcodes.map(({ name, owner, file, nearest, uses }) => [
    name,
    owner,
    file,
    nearest,
    uses.map((spot) => `${spot.file}:${spot.line}:${spot.column}`).join(' '),
  ]);

  test.each([
    [
      'smile',
      'go-template',
      'layouts/shortcodes/smile.html',
      '',
      'content/_index.md:20:5 content/home/more.md:1:1 content/blog/post.md:1:1',
    ],
    ['key', 'handlebars', 'layouts/shortcodes/key.hbs', '', 'content/_index.md:20:19'],
    ['wide', 'theme', 'themes/extra/layouts/shortcodes/wide.html', '', 'content/_index.md:20:33'],
    ['note', 'built-in', '', '', 'content/_index.md:6:1'],
    ['nott', 'unknown', '', 'note', 'content/home/more.md:1:15'],
    ['zzzz', 'unknown', '', '', 'content/blog/post.md:1:15'],
  ])('%s is of %s', (...row) => expect(told).toContainEqual(row));

  test('those that are used most come first, and pages that are not published do not count', () => {
    expect(told[0]?.[0]).toBe('smile');
    expect(told.map(([name]) => name)).not.toContain('never');
  });

  test('those in comments of their own and in escapes do not count', () => {
    const { shortcodes } = examineSite(`-- content/_index.md --\n${DECK}# A {{</* frag */>}}\n`);
    expect(shortcodes).toEqual([]);
  });
});

describe('templates', () => {
  const { templates } = examination;

  test('files: those of the site by name, those of themes by number', () => {
    expect(templates.files).toEqual([
      'layouts/blog/single.html',
      'layouts/partials/broken.html',
      'layouts/partials/face.html',
      'layouts/partials/noses.html',
      'layouts/partials/odd.html',
      'layouts/shortcodes/smile.html',
    ]);
    expect(templates.handlebars).toEqual(['layouts/shortcodes/key.hbs']);
    expect(templates.ofThemes).toEqual({ extra: 1 });
  });

  test('functions with counts; a method is none', () => {
    expect(templates.functions.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'partial 3',
      'now 2',
      'strings.ToUpper 2',
      'site 1',
      'strngs.Trim 1',
      'upper 1',
    ]);
  });

  test('what can not be read, and functions that nobody knows', () => {
    expect(
      templates.faults.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`),
    ).toEqual([
      'template-syntax layouts/partials/broken.html:1:1',
      'template-function-unknown layouts/partials/odd.html:1:4',
    ]);
  });

  test('partials that are not there; those of Hugo and of the theme are', () => {
    expect(templates.missing).toEqual([
      {
        name: 'nose.html',
        nearest: 'noses',
        position: { file: 'layouts/shortcodes/smile.html', line: 1, column: 76 },
      },
    ]);
  });
});
