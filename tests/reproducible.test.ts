/** The same folder gives the same bytes, wherever it stands, whenever and by whichever clock it is built. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyPackage } from './support/package-copy.ts';
import { parseSite } from './support/site.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { PICTURE, writeSite, writeSiteFile } from './support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Everything that decides on bytes: dates without a zone, languages, templates, SCSS, data, diagrams, scripts. */
const RICH = `
-- hugo.toml --
baseURL = "https://example.org/sub/"
title = "Rich"
enableRobotsTXT = true
[params.reveal_hugo]
offline = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [["$$", "$$"]]
[languages.en]
weight = 1
[languages.fr]
weight = 2
-- data/people.yaml --
b: Bea
a: Ada
-- i18n/en.toml --
[hello]
other = "Hello"
-- layouts/shortcodes/people.html --
{{ range $key, $name := site.Data.people }}{{ $key }}{{ $name }} {{ end }}{{ .Page.Date.Format "2 Jan 15:04 MST" }} {{ T "hello" }}
{{ with resources.Get "own.css" | fingerprint }}{{ .RelPermalink }}{{ end }}
-- layouts/_default/single.html --
{{ .Title }} {{ .Lastmod }} {{ range .Site.RegularPages }}{{ .RelPermalink }}{{ end }}
-- assets/own.css --
p { color: red }
-- assets/theme.scss --
$ground: #123;
.reveal-viewport { background: $ground; }
-- content/z/_index.md --
+++
title = "Last"
date = 2026-01-01
outputs = ["Reveal"]
[reveal_hugo]
custom_theme = "theme.scss"
custom_js = "own.js"
+++
# Z

{{< people >}}

$$x^2$$
-- content/a/_index.md --
+++
title = "First"
date = 2026-02-28T23:59:59
outputs = ["Reveal"]
[reveal_hugo]
theme = "solarized"
highlight_theme = "monokai"
+++
# A

![](pic.svg)

---

\`\`\`mermaid
graph LR
  A --> B
\`\`\`

\`\`\`go {1|2}
package main
func main() {}
\`\`\`
-- content/a/_index.fr.md --
+++
title = "Premier"
outputs = ["Reveal"]
+++
# A
-- content/a/pic.svg --
${PICTURE}
-- content/about.md --
+++
title = "About"
+++
-- static/own.js --
Reveal.on('ready', () => {});
`;

/** Builds with the command, as a process of its own. */
function build(tool: string, source: string, env: Readonly<Record<string, string>>): Record<string, string> {
  const destination = path.join(source, 'public');
  execFileSync(
    process.execPath,
    [
      path.join(tool, 'bin', 'deckwright.js'),
      'build',
      '--source',
      source,
      '--destination',
      destination,
      '--quiet',
    ],
    { cwd: source, env: { ...(process.env as Record<string, string>), ...env }, stdio: 'pipe' },
  );
  const files = readdirSync(destination, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(destination, file)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(path.join(destination, file), 'base64')]),
  );
}

/** The same site, written the other way round into a folder with a longer name, long ago. */
function copySite(folder: string, files: Readonly<Record<string, string>>): string {
  const deep = path.join(folder, 'a folder', 'that lies elsewhere');
  for (const [file, text] of Object.entries(files).reverse()) {
    writeSiteFile(deep, file, text);
    utimesSync(path.join(deep, file), new Date('2001-02-03'), new Date('2001-02-03'));
  }
  return deep;
}

/** Files that differ, and files that only one has. */
function differences(one: Record<string, string>, other: Record<string, string>): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (file) => one[file] !== other[file],
  );
}

/** The rich site, built where it was written; once for all tests of this file. */
function buildHere(): { readonly source: string; readonly files: Record<string, string> } {
  if (!builtHere) {
    const source = writeSite(RICH);
    const env = { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' };
    builtHere = { source, files: build(ROOT, source, env) };
  }
  return builtHere;
}
let builtHere: ReturnType<typeof buildHere> | undefined;

const there = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

test('a rich site, by a deckwright that is elsewhere, too', () => {
  const tool = temporaryFolder();
  copyPackage(tool);
  const { files: here } = buildHere();
  const other = build(tool, copySite(temporaryFolder(), parseSite(RICH)), there);
  for (const file of ['index.html', 'a/index.miniature.html', 'sitemap.xml', 'robots.txt', 'deck-offline.js'])
    expect(Object.keys(here)).toContain(file);
  expect(differences(here, other)).toEqual([]);
}, 240_000);

test('our own decks', () => {
  const [one, two] = [temporaryFolder(), path.join(temporaryFolder(), 'once', 'more')];
  for (const name of ['hugo.toml', 'deck-parts', 'content', 'static'].filter((name) =>
    existsSync(path.join(ROOT, name)),
  ))
    for (const folder of [one, two])
      cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  const here = build(ROOT, one, { TZ: 'UTC' });
  expect(Object.keys(here).length).toBeGreaterThan(10);
  expect(differences(here, build(ROOT, two, there))).toEqual([]);
}, 240_000);

test('into a folder that was written before, from the same site as it was then and is now', () => {
  const { source } = buildHere();
  const picture = PICTURE.replace('<rect', '<path');
  writeSiteFile(source, 'content/a/pic.svg', `${picture}\n`);
  // As unpacking an archive does: other words of the same length, and older than what was published.
  utimesSync(path.join(source, 'content/a/pic.svg'), new Date('2001-02-03'), new Date('2001-02-03'));
  const files = { ...parseSite(RICH), 'content/a/pic.svg': `${picture}\n` };
  const again = build(ROOT, source, {});
  const fresh = build(ROOT, copySite(temporaryFolder(), files), {});
  expect(differences(again, fresh)).toEqual([]);
}, 240_000);
