/** What authors and themes name leads to no file outside of the site. */
import { expect, test } from 'vitest';
import { tryBuild } from '../support/built-pages.ts';
import { openLive, publish } from '../support/live-site.ts';

const DECK = '+++\noutputs = ["Reveal"]\n+++\n# A\n';

const pathsOf = (files: Readonly<Record<string, string>>): readonly string[] => {
  const site = openLive({ 'content/_index.md': DECK, ...files });
  const pages = Object.keys(publish(site));
  return [...pages, ...site.pipeline.assets().map(({ path }) => path)].sort();
};

const withSlug = (slug: string): string => DECK.replace('outputs', `slug = ${JSON.stringify(slug)}\noutputs`);

test.each([
  ['../../x', 'x/index.html'],
  ['../x', 'x/index.html'],
  ['a/../../../b', 'b/index.html'],
  ['/../../etc', 'etc/index.html'],
  ['..\\..\\x', 'x/index.html'],
])('the slug %s', (slug, expected) => {
  expect(pathsOf({ 'content/d/_index.md': withSlug(slug) })).toEqual(['index.html', expected].sort());
});

test.each(['../../x', '/x/', '../x'])('the language %s', (code) => {
  const config = `defaultContentLanguage = "en"\n[languages.en]\n[languages."${code}"]\n[[languages."${code}".mounts]]\n[[module.mounts]]\nsource = "content"\ntarget = "content"\nlang = "en"\n[[module.mounts]]\nsource = "other"\ntarget = "content"\nlang = "${code}"\n`;
  const paths = pathsOf({ 'hugo.toml': config, 'other/d/_index.md': DECK });
  expect(paths.filter((path) => path.startsWith('/') || path.split('/').includes('..'))).toEqual([]);
});

test.each([
  '(resources.FromString "../.git/hooks/post-checkout" "x").Publish',
  '(resources.FromString "a/../../x" "x").Publish',
  '(resources.Copy "../x" (resources.FromString "a" "x")).Publish',
  '(resources.Concat "../../x" (slice (resources.FromString "a" "x"))).Publish',
  '(resources.ExecuteAsTemplate "..\\\\x" . (resources.FromString "a" "x")).Publish',
])('the resource of %s', (template) => {
  const paths = pathsOf({
    'content/_index.md': `${DECK}{{< r >}}\n`,
    'layouts/shortcodes/r.html': `{{ ${template} }}`,
  });
  expect(paths).toHaveLength(2);
  expect(paths.filter((path) => path.startsWith('/') || path.includes('..'))).toEqual([]);
});

test('a resource with a name that no file can have is reported at the template', () => {
  const template = `{{ (resources.FromString "a/${'x'.repeat(256)}" "x").Publish }}`;
  const { diagnostics } = tryBuild(
    `-- content/_index.md --\n${DECK}{{< r >}}\n-- layouts/shortcodes/r.html --\n${template}\n`,
  );
  expect(diagnostics.map(({ file, line, message }) => [file, line, message.slice(-54)])).toEqual([
    [
      'layouts/shortcodes/r.html',
      1,
      '…" has a name of more than 255 bytes, which no file can have'.slice(-54),
    ],
  ]);
});
