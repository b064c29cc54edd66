/** `i18n/`. */
import { expect, test } from 'vitest';
import { build } from '../support/built-pages.ts';

const SITE = `-- hugo.toml --
defaultContentLanguage = "en"
[languages.en]
weight = 1
[languages.fr]
weight = 2
-- i18n/en.toml --
[hello]
other = "Hello {{ .Name }}"
[slides]
one = "{{ .Count }} slide"
other = "{{ .Count }} slides"
[only]
other = "English only"
-- i18n/fr.yaml --
- id: hello
  translation: "Bonjour {{ .Name }}"
- id: slides
  translation:
    one: "{{ .Count }} diapo"
    other: "{{ .Count }} diapos"
-- layouts/_default/list.html --
-- layouts/shortcodes/t.html --
{{ i18n "hello" (dict "Name" "<you>") }}|{{ T "slides" 1 }}|{{ T "slides" 2 }}|{{ T "slides" (dict "Count" 0) }}|{{ T "only" }}|{{ T "none" }}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
{{< t >}}
-- content/_index.fr.md --
+++
outputs = ["Reveal"]
+++
{{< t >}}
`;

test('texts by key, in the language of the page, with its forms of plural', () => {
  const { files } = build(SITE);
  const text = (path: string): string | undefined =>
    /<section>\s*(.*?)\s*<\/section>/s.exec(files[path] ?? '')?.[1];
  expect(text('index.html')).toBe('Hello &lt;you&gt;|1 slide|2 slides|0 slides|English only|');
  // French counts nothing as one. What it does not say is said in the language of the site.
  expect(text('fr/index.html')).toBe('Bonjour &lt;you&gt;|1 diapo|2 diapos|0 diapo|English only|');
});

test('those of a theme come under those of the site', () => {
  const { sections } = build(`-- hugo.toml --
theme = "own"
-- i18n/en.toml --
a = "site"
-- themes/own/i18n/en.toml --
a = "theme"
b = "theme"
-- layouts/shortcodes/t.html --
{{ T "a" }} {{ T "b" }}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
{{< t >}}
`);
  expect(sections).toEqual(['<section>site theme</section>']);
});
