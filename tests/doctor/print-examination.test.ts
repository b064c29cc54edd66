/** An examination as a terminal shows it. */
import { expect, test } from 'vitest';
import type { DiagnosticCode } from '../../src/diagnostic-codes.ts';
import { createDiagnostic } from '../../src/diagnostics.ts';
import { printExamination } from '../../src/doctor/print-examination.ts';
import { examineSite } from './patient.ts';

const DECK = '+++\noutputs = ["Reveal"]\n+++\n';

const print = (site: string): string => printExamination(examineSite(site));

test('in columns, part by part', () => {
  const text = print(`
-- hugo.toml --
theme = "gone"
-- content/_index.md --
${DECK}# A {{< box >}}

{{% note %}}x{{% /note %}}

---

---

{{< nott >}} {{< svg >}}

{{< svg >}}
-- content/long-name/_index.md --
${DECK}# B
-- content/long-name/b.md --
{{< svg >}}
-- content/blog/post.md --
x
-- layouts/shortcodes/box.html --
{{ with .Get 0 }}{{ partial "bo" }}{{ end }}{{ now.Year }}
-- layouts/partials/box.html --
{{ nope }}
`);
  expect(text).toBe(`Site
  configuration  hugo.toml
  environment    production
  base URL       /
  language       en
  themes         reveal-hugo (built in), gone (missing)
  files          0 static, 0 next to pages, 0 in assets, 0 with data

Decks
  index.html            content/_index.md            1 page   2 slides  1 with notes  black  search, speaker, zoom
  long-name/index.html  content/long-name/_index.md  2 pages  2 slides                black  search, speaker, zoom

Other pages
  not published: no layout  1  content/blog/post.md

Shortcodes
  box   1×  layouts/shortcodes/box.html
  note  1×  built in
  svg   3×  unknown: a missing theme may define it
            content/_index.md:12:14, 14:1
            content/long-name/b.md:1:1
  nott  1×  unknown: did you mean note?
            content/_index.md:12:1

Templates
  Go templates      2  layouts/partials/box.html, layouts/shortcodes/box.html
  functions         3  nope 1×, now 1×, partial 1×
  unknown function     layouts/partials/box.html:1:4 there is no function "nope". Supported functions have the
                       same names as in the documentation of Hugo.
  missing              layouts/shortcodes/box.html:1:29 "bo": did you mean "box"?

Intended differences
  -  Decks are built even if a theme of the site is missing; Hugo stops.
     1×, first at hugo.toml:1:1
  -  Slide breaks with nothing between them do not create a slide; the theme shows an empty one.
     1×, first at content/_index.md:8:1
  -  Ids of headings with a shortcode are made from its text; Hugo leaves an internal placeholder in them.
     1×, first at content/_index.md:4:1
  -  RSS feeds and tag pages are not written; Hugo writes them.

Errors and warnings
  warning  shortcode-unknown  3×  content/_index.md:12:1 there is no shortcode named "nott"; it may come from
                                  a theme that is not installed
  warning  theme-missing      1×  hugo.toml:1:1 the theme "gone" is missing: themes/gone does not exist
  deckwright build shows each of them with its line and a hint.

2 decks, 4 slides: builds; 4 intended differences, 4 warnings`);
});

test('a site without templates and other pages has no parts for them, and ends with the summary', () => {
  const text = print(`-- content/_index.md --\n${DECK}# A`);
  expect(text.split('\n\n').map((part) => part.split('\n', 1)[0])).toEqual([
    'Site',
    'Decks',
    'Intended differences',
    '1 deck, 1 slide: builds; 1 intended difference, 0 warnings',
  ]);
});

test('many names are cut short, and long lines go on below themselves', () => {
  const pages = Array.from({ length: 9 }, (_, n) => `-- content/blog/a-rather-long-name-${n}.md --\nx`);
  const text = print(`-- content/_index.md --\n${DECK}# A\n${pages.join('\n')}`);
  const part = text.split('\n\n').find((one) => one.startsWith('Other pages'));
  expect(part?.split('\n').slice(1)).toEqual([
    '  not published: no layout  9  content/blog/a-rather-long-name-0.md, content/blog/a-rather-long-name-1.md,',
    `${' '.repeat(31)}content/blog/a-rather-long-name-2.md, content/blog/a-rather-long-name-3.md,`,
    `${' '.repeat(31)}content/blog/a-rather-long-name-4.md, content/blog/a-rather-long-name-5.md and`,
    `${' '.repeat(31)}3 more`,
  ]);
});

test('packages that are missing stand in one command at the end', () => {
  const missing = (code: DiagnosticCode, name: string) =>
    createDiagnostic({ code, message: 'gone', hint: `Install it: npm install --save-dev ${name}` });
  const examination = {
    ...examineSite(`-- content/_index.md --\n${DECK}# A\n`),
    diagnostics: [
      missing('sass-package-missing', 'sass'),
      missing('math-package-missing', 'katex'),
      missing('math-package-missing', 'katex'),
      createDiagnostic({ code: 'no-deck', message: 'x', hint: 'npm install --save-dev nothing' }),
    ],
  };
  expect(printExamination(examination)).toContain(
    'Packages to install\n  npm install --save-dev katex sass\n\n',
  );
});
