/** What fails in a deck still fails: a page counts to a deck by its place, and by what can be read of it. */
import { describe, expect, test } from 'vitest';
import { doctor } from '../../src/doctor/doctor.ts';
import { build, DeckError } from '../../src/index.ts';
import { tryBuild } from '../support/built-pages.ts';
import { DECKS } from '../support/two-decks.ts';
import { writeSite } from '../support/write-site.ts';

const heads = (site: string): readonly string[] =>
  tryBuild(site).diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`);

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
    expect(heads(site)).toContain(`error ${said}`);
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
    expect(error.message).toMatch(/Nothing was written\. 1 of 2 decks has no errors: index\.html$/);
    const { decks, summary } = doctor({ source });
    expect(decks.map(({ path, isSound }) => [path, isSound])).toEqual([
      ['index.html', true],
      ['talk/index.html', false],
    ]);
    expect(summary).toContain('1 error, but 1 of 2 decks has no errors');
  });
});
