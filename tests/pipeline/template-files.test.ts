/** What templates can reach: partials, files of the site, variables. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { build, listPages, shortcodeText } from '../support/built-pages.ts';
import { openSite, parseSite, renderHtml } from '../support/site.ts';

describe('partials', () => {
  test('by all of their names, from both folders, and what they return', () => {
    expect(
      shortcodeText(
        '{{ partial "a" 1 }}{{ partial "a.html" 2 }}{{ partial "sub/b" 3 }}{{ partial "sum" (slice 1 2) }}{{ (partial "map" .).x }}',
        '{{< t >}}',
        `-- layouts/partials/a.html --
a{{ . }}{{- "" -}}
-- layouts/_partials/sub/b.html --
b{{ . }}{{- "" -}}
-- layouts/partials/sum.html --
{{ $n := 0 }}{{ range . }}{{ $n = add $n . }}{{ end }}{{ return $n }}
-- layouts/partials/map.html --
{{ return dict "x" "y" }}`,
      ),
    ).toBe('a1a2b33y');
  });

  test('defined in the file of another template', () => {
    expect(
      shortcodeText('{{ define "_partials/own.html" }}<b>{{ . }}</b>{{ end }}{{ partial "own.html" "x" }}'),
    ).toBe('<b>x</b>');
  });

  test('partialCached runs once for each variant, and once for the whole site', () => {
    const site = `-- layouts/shortcodes/t.html --
{{ partialCached "n" .Page "a" }}{{ partialCached "n" .Page "a" }}{{ partialCached "n" .Page "b" }}
-- layouts/partials/n.html --
[{{ .Title }}{{ math.Counter }}]{{- "" -}}
-- content/_index.md --
+++
title = "One"
outputs = ["Reveal"]
+++
{{< t >}}
-- content/two/_index.md --
+++
title = "Two"
outputs = ["Reveal"]
+++
{{< t >}}
`;
    const { files } = build(site);
    const marks = listPages(files).map((path) => files[path]?.match(/\[\w+\]/g)?.join(''));
    expect(marks).toEqual(['[One1][One1][One2]', '[One1][One1][One2]']);
  });
});

describe('files', () => {
  test('readFile reads below the site and below its content, and no further', () => {
    const files = '-- notes/a.txt --\nroot-- content/b.txt --';
    expect(
      shortcodeText(
        '{{ readFile "notes/a.txt" | strings.TrimSpace }} {{ "/notes/a.txt" | readFile | len }} {{ fileExists "notes/a.txt" }} {{ fileExists "../hugo.toml" }}',
        '{{< t >}}',
        files.replace('-- content/b.txt --', ''),
      ),
    ).toBe('root 5 true false');
  });

  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    '../secret.txt',
    '/../secret.txt',
    'a/../../secret.txt',
    'link.txt',
    'LINK/secret.txt',
    '//secret.txt',
  ])('on disk, %s is not there', (name) => {
    const root = path.join(folder, 'site');
    const full = (file: string): string => path.join(root, file);
    rmSync(root, { recursive: true, force: true });
    writeFileSync(path.join(folder, 'secret.txt'), 'SECRET');
    const site = parseSite(
      `-- layouts/shortcodes/t.html --\n{{ with try (readFile (.Get 0)) }}{{ with .Err }}none{{ else }}{{ .Value }}{{ end }}{{ end }}|{{ fileExists (.Get 0) }}\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n{{< t "${name}" >}}\n`,
    );
    for (const [file, text] of Object.entries(site)) {
      mkdirSync(path.dirname(full(file)), { recursive: true });
      writeFileSync(full(file), text);
    }
    // On Windows, only an administrator makes links, or anybody in developer mode.
    symlinkSync(path.join(folder, 'secret.txt'), full('link.txt'));
    symlinkSync(folder, full('LINK'));
    const pipeline = openSite(diskFiles(root));
    const [deck] = pipeline.decks().decks;
    if (!deck) throw new Error('there is no deck');
    const { sections, diagnostics } = renderHtml(pipeline, deck);
    expect(sections.join('') + JSON.stringify(diagnostics)).not.toContain('SECRET');
    expect(sections.join('')).toMatch(/<section>\s*\|false\s*<\/section>/);
  });

  test('readDir names what stands in a folder', () => {
    expect(
      shortcodeText(
        '{{ range readDir "notes" }}{{ .Name }}{{ if .IsDir }}/{{ end }} {{ end }}',
        '{{< t >}}',
        '-- notes/b.txt --\n\n-- notes/a/c.txt --\n',
      ),
    ).toBe('a/ b.txt');
  });
});

describe('variables of the environment', () => {
  const site = (config: string): string => `-- hugo.toml --
${config}
-- layouts/shortcodes/t.html --
{{ getenv "HUGO_NAME" }}|{{ os.Getenv "CI" }}|{{ getenv "SECRET" }}|{{ getenv "MY_NAME" }}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
{{< t >}}
`;
  const variables = { HUGO_NAME: 'a', CI: 'b', SECRET: 'c', MY_NAME: 'd' };
  const sectionOf = (config: string): string | undefined => build(site(config), { variables }).sections[0];

  test('those that Hugo lets templates see, unless the site names others', () => {
    expect(sectionOf('')).toBe('<section>a|b||</section>');
    expect(sectionOf("[security.funcs]\ngetenv = ['^MY_', '(?i)^ci$']")).toBe('<section>|b||d</section>');
    expect(sectionOf("[security.funcs]\ngetenv = 'none'")).toBe('<section>|||</section>');
  });
});
