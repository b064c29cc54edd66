/** What an author has put aside: it is in no file that is written, and in no list. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

/** Builds a site, and returns the text of every file that is written. */
async function built(source: string): Promise<Readonly<Record<string, string>>> {
  const destination = temporaryFolder();
  const { warnings } = await build({ source, destination, zebra: true });
  expect(warnings).toEqual([]);
  return Object.fromEntries(
    readdirSync(destination, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(path.join(destination, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(path.join(destination, file), 'latin1')]),
  );
}

const fault = (name: string): string => path.join(import.meta.dirname, name, 'site');

/** The files that name some words. */
const naming = (files: Readonly<Record<string, string>>, words: RegExp): readonly string[] =>
  Object.entries(files)
    .filter(([file, text]) => words.test(file) || words.test(text))
    .map(([file]) => file);

describe('a mount', () => {
  test.each(['mount-exclude', 'mount-include'])('that leaves content out: %s', async (name) => {
    const files = await built(fault(name));
    expect(files['sub/index.html']).toMatch(/<h1 id="sub">Sub<[\s\S]*<h2 id="one">One</);
    expect(naming(files, /not for the public|salary/i)).toEqual([]);
  });

  test('that leaves files of every kind out', async () => {
    const files = await built(
      writeSite(`
-- hugo.toml --
baseURL = "https://example.org/"
theme = ["own"]
[module]
mounts = [
  {source = "content", target = "content", files = ["! **/secret*"]},
  {source = "static", target = "static", excludeFiles = ["secret*", "private"]},
  {source = "assets", target = "assets", files = ["! secret.css"]},
  {source = "data", target = "data", includeFiles = "open.toml"},
  {source = "layouts", target = "layouts", files = ["! shortcodes/secret.html", "! partials/reveal-hugo/secret/**", "! landing.hbs"]},
]
-- themes/own/theme.toml --
-- themes/own/hugo.toml --
[[module.mounts]]
source = "static"
target = "static"
files = ["! secret-of-theme.txt"]
[[module.mounts]]
source = "layouts"
target = "layouts"
-- themes/own/static/secret-of-theme.txt --
secret of theme
-- themes/own/static/open-of-theme.txt --
-- themes/own/layouts/shortcodes/secret.html --
of the theme
-- static/secret.txt --
secret
-- static/private/a.txt --
secret
-- static/open.txt --
-- assets/secret.css --
.secret {}
-- data/open.toml --
a = "open"
-- data/closed.toml --
a = "secret"
-- layouts/landing.hbs --
secret
-- layouts/shortcodes/secret.html --
secret
-- layouts/shortcodes/look.html --
{{ with resources.Get "secret.css" }}secret{{ end }}{{ range resources.Match "*.css" }}secret{{ end }}
{{ range site.Data }}{{ .a }}{{ end }}{{ if fileExists "talk/secret.md" }}secret{{ end }}
{{ range .Page.Resources }}{{ .Name }} {{ end }}{{ range site.RegularPages }}{{ .Path }} {{ end }}
-- content/talk/_index.md --
+++
title = "Talk"
outputs = ["Reveal"]
+++
# Talk
{{< look >}}
{{< secret >}}
-- content/talk/secret.md --
+++
title = "secret"
+++
secret
-- content/talk/secret.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>secret</title></svg>
-- content/talk/open.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/leaf/index.md --
+++
title = "Leaf"
layout = "bundle"
outputs = ["Reveal"]
+++
# Leaf
-- content/leaf/secret-part.md --
secret
`),
    );
    expect(naming(files, /secret(?!\.html)/)).toEqual([]);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['open.txt', 'open-of-theme.txt', 'talk/open.svg']),
    );
    expect(files['talk/index.html']).toMatch(/open[\s\S]*open\.svg[\s\S]*of the theme/);
  });
});

describe('a deck that is in no list', () => {
  test('is written, and named nowhere', async () => {
    const files = await built(fault('unlisted-deck'));
    expect(files['hid/index.html']).toContain('Confidential words');
    expect(naming(files, /confidential words|unlisted talk|hid\//i)).toEqual(['hid/index.html']);
    expect(files['index.html']).toContain('Public talk');
  });

  const deck = (folder: string, front: string, text = '# Hush'): string =>
    `-- content/${folder}/_index.md --\n+++\ntitle = "Hush"\noutputs = ["Reveal"]\n${front}\n+++\n${text}\n`;
  const PUBLIC = '-- content/open/_index.md --\n+++\ntitle = "Open"\noutputs = ["Reveal"]\n+++\n# Open\n';
  const config = (more = ''): string => `-- hugo.toml --\nbaseURL = "https://example.org/"\n${more}\n`;

  test.each([
    ['local', '[build]\nlist = "local"', ''],
    ['in the old spelling', '[_build]\nlist = "never"', ''],
    [
      'by a cascade of the site',
      '',
      '[[cascade]]\n[cascade.build]\nlist = "never"\n[cascade.target]\npath = "/zebra"',
    ],
    [
      'for a client without a network',
      '[build]\nlist = "never"\n[reveal_hugo]\noffline = true',
      '[params.reveal_hugo]\noffline = true',
    ],
    ['in two languages', '[build]\nlist = "never"', '[languages.en]\n[languages.fr]\nweight = 2'],
  ])('%s', async (_, front, more) => {
    const site = `${config(more)}${PUBLIC}${deck('zebra', front)}-- content/zebra/pay.svg --\n<svg xmlns="http://www.w3.org/2000/svg"/>\n`;
    const files = await built(writeSite(site));
    expect(files['zebra/index.html']).toContain('Hush');
    expect(naming(files, /hush|zebra/i).toSorted()).toEqual(['zebra/index.html', 'zebra/pay.svg']);
  });

  test('alone in its site', async () => {
    const files = await built(writeSite(config() + deck('zebra', '[build]\nlist = "never"')));
    expect(naming(files, /hush|zebra/i)).toEqual(['zebra/index.html']);
    expect(files['index.html']).toBeUndefined();
  });

  test('and the slides of a section that is a draft', async () => {
    const part =
      '-- content/open/zebra/_index.md --\n+++\ntitle = "Hush"\ndraft = true\n+++\n-- content/open/zebra/a.md --\n# Hush\n';
    expect(naming(await built(writeSite(config() + PUBLIC + part)), /hush/i)).toEqual([]);
  });
});
