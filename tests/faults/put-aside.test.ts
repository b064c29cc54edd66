/** What an author has put aside: it is in no file that is written, and in no list. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { temporaryFolder } from '../support/browser.ts';
import { writeSite } from '../support/write-site.ts';

/** Builds a site, and returns the text of every file that is written. */
async function built(source: string): Promise<Readonly<Record<string, string>>> {
  const destination = temporaryFolder();
  const { warnings } = await build({ source, destination, quiet: true });
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
