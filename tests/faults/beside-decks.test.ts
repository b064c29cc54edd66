/** A page that is no deck never stops a deck: what fails there is a warning, and one run tells all of them. */
import { describe, expect, test } from 'vitest';
import { doctor } from '../../src/doctor/doctor.ts';
import { build, DeckError } from '../../src/index.ts';
import { type BuiltPages, tryBuild } from '../support/built-pages.ts';
import { writeSite } from '../support/write-site.ts';

const DECKS = `-- content/_index.md --
+++
title = "Home"
outputs = ["Reveal"]
+++
# A
-- content/talk/_index.md --
---
title: Talk
outputs: [Reveal]
---
# B
-- content/talk/more.md --
# C
`;
const READS_DATA =
  '-- layouts/_default/single.html --\n{{ range site.Data.own }}x{{ end }}\n-- content/blog/a.md --\nx\n';
const READS_TEXTS = '-- layouts/_default/single.html --\n{{ T "a" }}\n-- content/blog/a.md --\nx\n';
const SINGLE = '-- layouts/_default/single.html --\n<p>{{ .Content }}</p>\n';

const heads = ({ diagnostics }: BuiltPages): readonly string[] =>
  diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`);

/** What is said of a site with two decks and something beside them. */
const saidOf = (beside: string): readonly string[] => heads(tryBuild(`${DECKS}${beside}`));

describe('what fails beside the decks', () => {
  test.each([
    ['data', `${READS_DATA}-- data/own.yaml --\na: "b\n`, 'template-failed layouts/_default/single.html'],
    ['texts', `${READS_TEXTS}-- i18n/en.toml --\n[a\n`, 'template-failed layouts/_default/single.html'],
    [
      'a permalink',
      '-- hugo.toml --\n[permalinks]\nblog = "/:yeer/"\n-- content/blog/a.md --\nx\n',
      'permalink-unknown hugo.toml',
    ],
    [
      'front matter in YAML',
      '-- content/blog/a.md --\n---\ntitle: "A\n---\n',
      'front-matter-invalid content/blog/a.md',
    ],
    [
      'front matter without an end',
      '-- content/blog/a.md --\n+++\ntitle = "A"\n',
      'front-matter-unclosed content/blog/a.md',
    ],
    [
      'a weight that is none',
      '-- content/blog/a.md --\n---\nweight: heavy\n---\n',
      'value-type content/blog/a.md',
    ],
    [
      'a page of a draft',
      '-- content/blog/a.md --\n---\ndraft: true\nweight: heavy\n---\n',
      'value-type content/blog/a.md',
    ],
    [
      'an output format',
      '-- content/blog/a.md --\n---\noutputs: [HTML, Atom]\n---\n',
      'output-unknown content/blog/a.md',
    ],
    [
      'a shortcode',
      `${SINGLE}-- content/blog/a.md --\nx {{< nope >}}\n`,
      'shortcode-unknown content/blog/a.md',
    ],
    [
      'a page that is not there',
      `${SINGLE}-- content/blog/a.md --\n{{< ref "nope" >}}\n`,
      'ref-not-found content/blog/a.md',
    ],
    [
      'errorf',
      '-- layouts/_default/single.html --\n{{ errorf "no" }}\n-- content/blog/a.md --\nx\n',
      'template-says content/blog/a.md',
    ],
    [
      'a method',
      '-- layouts/_default/single.html --\n{{ .Nope }}\n-- content/blog/a.md --\nx\n',
      'template-failed layouts/_default/single.html',
    ],
    [
      'a partial',
      '-- layouts/_default/single.html --\n{{ partial "nope" . }}\n-- content/blog/a.md --\nx\n',
      'template-failed layouts/_default/single.html',
    ],
    [
      'syntax',
      '-- layouts/_default/single.html --\n{{ if }}\n-- content/blog/a.md --\nx\n',
      'template-syntax layouts/_default/single.html',
    ],
    [
      'a list',
      '-- layouts/_default/list.html --\n{{ .Nope }}\n-- content/blog/_index.md --\nx\n',
      'template-failed layouts/_default/list.html',
    ],
    [
      'the page for what is not there',
      '-- layouts/404.html --\n{{ .Nope }}\n',
      'template-failed layouts/404.html',
    ],
    [
      'a cascade',
      '-- content/blog/_index.md --\n---\ncascade: {weight: heavy}\n---\n-- content/blog/a.md --\nx\n',
      'value-type content/blog/_index.md',
    ],
    [
      'a part of a bundle',
      '-- content/blog/a/index.md --\nx\n-- content/blog/a/part.md --\n---\ntitle: "A\n---\n',
      'front-matter-invalid content/blog/a/part.md',
    ],
  ])('%s', (_, beside, said) => {
    const found = saidOf(beside).filter((line) => !/(?:data|translation)-invalid/.test(line));
    expect(found).toEqual([`warning ${said}`]);
  });

  test('is named with page and template, once for all pages that it is in', () => {
    const { diagnostics, files } = tryBuild(
      `${DECKS}-- layouts/_default/single.html --\n{{ .Nope }}\n-- content/blog/a.md --\nx\n-- content/blog/b.md --\ny\n-- content/blog/c.md --\nz\n`,
    );
    expect(diagnostics.map(({ file, message }) => [file, message])).toEqual([
      [
        'layouts/_default/single.html',
        expect.stringContaining(
          '(content/blog/a.md, content/blog/b.md and content/blog/c.md are no decks, so they are left out)',
        ) as string,
      ],
    ]);
    expect(Object.keys(files)).not.toContain('blog/a/index.html');
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['index.html', 'talk/index.html']));
  });

  test('leaves out that page alone, and lists show the others', () => {
    const { files } = tryBuild(
      `${DECKS}${SINGLE}-- layouts/_default/list.html --\n{{ range .Pages }}[{{ .Title }}:{{ .Plain }}]{{ end }}\n-- content/blog/_index.md --\n---\ndate: soon\n---\n-- content/blog/a.md --\n---\ntitle: A\n---\nx {{< nope >}}\n-- content/blog/b.md --\n---\ntitle: B\ndate: soon\n---\n-- content/blog/c.md --\n---\ntitle: C\n---\nz`,
    );
    expect(Object.keys(files).filter((file) => file.startsWith('blog'))).toEqual([
      'blog/c/index.html',
      'blog/index.html',
    ]);
    expect(files['blog/index.html']?.replace(/\s/g, '')).toBe('[A:x][C:z]');
  });
});

describe('what fails in a deck', () => {
  test.each([
    [
      'data that it reads',
      `${DECKS}-- layouts/shortcodes/d.html --\n{{ with site.Data.own }}x{{ end }}\n-- content/talk/x.md --\n{{< d >}}\n-- data/own.yaml --\na: "b\n`,
      'template-failed layouts/shortcodes/d.html',
    ],
    [
      'data of its slides',
      `${DECKS}-- content/talk/x.md --\n{{< slide content="own.a" >}}\n-- data/own.yaml --\na: "b\n`,
      'slide-content-missing content/talk/x.md',
    ],
    [
      'texts that it shows',
      `${DECKS}-- layouts/shortcodes/d.html --\n{{ T "a" }}\n-- content/talk/x.md --\n{{< d >}}\n-- i18n/en.toml --\n[a\n`,
      'template-failed layouts/shortcodes/d.html',
    ],
    [
      'a permalink of it',
      `-- hugo.toml --\npermalinks.section.talk = "/:yeer/"\n${DECKS}`,
      'permalink-unknown hugo.toml',
    ],
    ['its head', DECKS.replace('title: Talk', 'title: "Talk'), 'front-matter-invalid content/talk/_index.md'],
    [
      'a page beside its head',
      `${DECKS}-- content/talk/x.md --\n---\ntitle: "X\n---\n`,
      'front-matter-invalid content/talk/x.md',
    ],
    [
      'a page of the root deck by its folder',
      `${DECKS}-- content/home/x.md --\n---\ntitle: "X\n---\n`,
      'front-matter-invalid content/home/x.md',
    ],
    [
      'a page of the root deck by its type',
      `${DECKS}-- content/x.md --\n+++\ntype = "home"\ntitle = X\n+++\n`,
      'front-matter-invalid content/x.md',
    ],
    ['a date', `${DECKS}-- content/talk/x.md --\n---\ndate: soon\n---\n`, 'value-type content/talk/x.md'],
    [
      'a draft of a page',
      `${DECKS}-- content/talk/x.md --\n---\ndraft: true\ndate: soon\n---\n`,
      'value-type content/talk/x.md',
    ],
    [
      'outputs without an end',
      `${DECKS}-- content/new/_index.md --\n+++\noutputs = ["Reveal"\ntitle = "N"\n+++\n`,
      'front-matter-invalid content/new/_index.md',
    ],
    [
      'front matter without an end',
      `${DECKS}-- content/new/_index.md --\n---\ntitle: N\noutputs:\n- Reveal\n# A\n`,
      'front-matter-unclosed content/new/_index.md',
    ],
    [
      'JSON on one line',
      `${DECKS}-- content/new/_index.md --\n{"title": N, "x": {"y": 1}, "outputs": ["Reveal"]}\n`,
      'front-matter-invalid content/new/_index.md',
    ],
    [
      'the outputs of its kind',
      `-- hugo.toml --\noutputs.section = ["Reveal"]\n${DECKS}-- content/new/_index.md --\n---\ntitle: "N\n---\n`,
      'front-matter-invalid content/new/_index.md',
    ],
    [
      'a cascade to it',
      `${DECKS}-- content/all/_index.md --\n---\ncascade: {outputs: [Reveal]}\n---\n-- content/all/new/_index.md --\n---\ntitle: "N\n---\n`,
      'front-matter-invalid content/all/new/_index.md',
    ],
    [
      'a cascade that cannot be read',
      `${DECKS}-- content/all/_index.md --\n---\ncascade: {outputs: [Reveal\n---\n-- content/all/new/_index.md --\nx\n`,
      'front-matter-invalid content/all/_index.md',
    ],
    [
      'a name that is nearly right',
      `${DECKS}-- content/new/_index.md --\n---\noutputs: [Revael]\n---\n`,
      'output-unknown content/new/_index.md',
    ],
    [
      'a part of a bundle in it',
      `${DECKS}-- content/talk/b/index.md --\nx\n-- content/talk/b/p.md --\n---\ntitle: "P\n---\n`,
      'front-matter-invalid content/talk/b/p.md',
    ],
    [
      'a page whose text it shows',
      `${DECKS}-- layouts/shortcodes/show.html --\n{{ with site.GetPage "/blog/a" }}{{ .Content }}{{ end }}\n-- content/talk/x.md --\n{{< show >}}\n-- content/blog/a.md --\n{{< nope >}}\n`,
      'shortcode-unknown content/blog/a.md',
    ],
  ])('%s', (_, site, said) => {
    expect(heads(tryBuild(site))).toContain(`error ${said}`);
  });

  test('is told with all the rest, and with the decks that are sound', async () => {
    const source = writeSite(
      `${DECKS.replace('# C', '{{< nope >}}')}-- layouts/_default/single.html --\n{{ .Nope }}\n-- content/blog/a.md --\nx\n-- content/blog/b.md --\n---\ndate: soon\n---\n`,
    );
    const error: unknown = await build({ source }).catch((reason: unknown) => reason);
    if (!(error instanceof DeckError)) throw new Error('the build went through');
    expect(error.diagnostics.map(({ severity, code }) => `${severity} ${code}`).sort()).toEqual([
      'error shortcode-unknown',
      'warning template-failed',
      'warning value-type',
    ]);
    expect(error.soundDecks).toEqual(['index.html']);
    expect(error.message).toMatch(/Nothing was written\. 1 of 2 decks is without errors: index\.html$/);
    const { decks, summary } = doctor({ source });
    expect(decks.map(({ path, isSound }) => [path, isSound])).toEqual([
      ['index.html', true],
      ['talk/index.html', false],
    ]);
    expect(summary).toContain('1 error, though 1 of 2 decks is sound');
  });
});

test('under --strict, what fails beside the decks is an error', async () => {
  const source = writeSite(`${DECKS}-- content/blog/a.md --\n---\ndate: soon\n---\n`);
  await expect(build({ source, strict: true })).rejects.toThrow('value-type content/blog/a.md:2:1');
  expect(doctor({ source })).toMatchObject({ builds: true, otherPages: { leftOut: ['content/blog/a.md'] } });
  expect(doctor({ source, strict: true }).builds).toBe(false);
});

test('where there is no deck at all, a page that cannot be read stays an error', () => {
  expect(heads(tryBuild('-- content/_index.md --\n---\ntitle: "A\n---\n'))).toEqual([
    'error front-matter-invalid content/_index.md',
  ]);
});
