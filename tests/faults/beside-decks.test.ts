/** A page that is no deck never stops a deck: what fails there is a warning, and one run tells all of them. */
import { describe, expect, test } from 'vitest';
import { doctor } from '../../src/doctor/doctor.ts';
import { diskFiles, memoryFiles } from '../../src/files.ts';
import { build } from '../../src/index.ts';
import { createPipeline, type SitePipeline } from '../../src/pipeline.ts';
import { type BuiltPages, tryBuild } from '../support/built-pages.ts';
import { readyDecks } from '../support/ready-deck.ts';
import { parseSite } from '../support/site.ts';
import { DECKS } from '../support/two-decks.ts';
import { writeSite } from '../support/write-site.ts';

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
          '(content/blog/a.md, content/blog/b.md and content/blog/c.md are not decks, so they are skipped)',
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

describe('a fault of ours', () => {
  /** A site whose stylesheets make deckwright itself fail. */
  const failing = (site: string): SitePipeline =>
    createPipeline({
      files: memoryFiles(parseSite(site)),
      builtIn: diskFiles('.'),
      compileSass: () => {
        throw new TypeError('this should not happen');
      },
    });
  const SHEET = '-- assets/a.scss --\n.a {}\n';
  const CALL = '{{ (resources.Get "a.scss" | toCSS).RelPermalink }}';

  test('leaves out the page beside the decks in which it happens', () => {
    const pipeline = failing(
      `${DECKS}${SHEET}-- layouts/_default/single.html --\n${CALL}\n-- content/blog/a.md --\nx\n`,
    );
    const { sound, diagnostics } = pipeline.dryRun(readyDecks(pipeline));
    expect(sound.map(({ rendered }) => rendered.deck.outputPath)).toEqual(['index.html', 'talk/index.html']);
    expect(diagnostics).toMatchObject([
      { code: 'deckwright-fault', severity: 'warning', file: 'content/blog/a.md' },
    ]);
    expect(diagnostics[0]?.message).toContain('TypeError: this should not happen');
    expect(diagnostics[0]?.hint).toContain('bug in deckwright');
  });

  test('in a page that another one shows leaves out the first alone', () => {
    const pipeline = failing(
      `${DECKS}${SHEET}-- layouts/_default/list.html --\n{{ range .Pages }}[{{ .Content }}]{{ end }}\n-- layouts/shortcodes/s.html --\n${CALL}\n-- content/blog/a.md --\n{{< s >}}\n-- content/blog/b.md --\ny\n`,
    );
    const { pages } = pipeline.dryRun(readyDecks(pipeline));
    expect(pages.outputs.find(({ path }) => path === 'blog/index.html')?.text).toContain('[<p>y</p>');
    expect(pages.leftOut).toEqual(['content/blog/a.md']);
  });
});
