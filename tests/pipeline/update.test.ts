/** After any change, a site that stays open is as one that is opened now; and what a change does not touch is kept. */
import { describe, expect, test } from 'vitest';
import type { RenderedDeck, Section } from '../../src/types.ts';
import { diagnosticsOf, type LiveSite, openLive, publish } from '../support/live-site.ts';
import { parseSite } from '../support/site.ts';

const REVEAL = '+++\ntitle = "T"\noutputs = ["Reveal"]\n+++\n';
const SITE = `
-- hugo.toml --
title = "Site"
[security]
enableInlineShortcodes = true
[params]
who = "me"
-- data/facts.toml --
answer = "42"
slides = "# From data"
-- i18n/en.toml --
hello = "Hello"
-- notes/one.txt --
one
-- assets/logo.txt --
logo
-- static/pic.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>
-- layouts/shortcodes/badge.hbs --
{{> star}}
-- layouts/partials/star.hbs --
star
-- layouts/shortcodes/fact.html --
{{ site.Data.facts.answer }} {{ partial "frame.html" . }}
-- layouts/partials/frame.html --
[{{ template "inner" . }}]{{ define "inner" }}inner{{ end }}
-- layouts/shortcodes/file.html --
{{ readFile (.Get 0) }}{{ range readDir "notes" }} {{ .Name }}{{ end }}
-- layouts/shortcodes/pages.html --
{{ range site.RegularPages }}{{ .Title }},{{ end }}
-- layouts/shortcodes/text.html --
{{ with site.GetPage (.Get 0) }}{{ .Plain }}{{ end }}
-- layouts/shortcodes/asset.html --
{{ with resources.Get "logo.txt" }}{{ .RelPermalink }} {{ .Content }}{{ end }}
-- layouts/shortcodes/hello.html --
{{ i18n "hello" }} {{ site.Params.who }}
-- layouts/shortcodes/once.html --
{{ partialCached "counted.html" . }}
-- layouts/partials/counted.html --
{{ .Page.Title }}
-- layouts/_markup/render-link.html --
<a href="{{ .Destination }}">{{ .Text }}</a>
-- content/_index.md --
${REVEAL}
# Root {{< badge >}}

{{% note %}}a note{{% /note %}}

![](/pic.svg) ![](/late.svg)

[a](https://a.example)
-- content/data/_index.md --
${REVEAL}
{{< fact >}}

---

{{< slide content="facts.slides" >}}
-- content/file/_index.md --
${REVEAL}
{{< file "notes/one.txt" >}}
-- content/pages/_index.md --
${REVEAL}
{{< pages >}} {{< text "data" >}}
-- content/refs/_index.md --
${REVEAL}
[b]({{< ref "bare/more" >}})
-- content/asset/_index.md --
${REVEAL}
{{< asset >}} {{< hello >}}
-- content/once/_index.md --
${REVEAL}
{{< once >}}
-- content/inline/_index.md --
${REVEAL}
{{< answer.inline >}}{{ site.Data.facts.answer }}{{< /answer.inline >}}
-- content/template/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo.templates.blue]
background-color = "#00f"
+++
text
-- content/template/one.md --
+++
+++
{{< slide template="blue" >}}

One
-- static/part.md --
# Part
-- content/part/_index.md --
${REVEAL}
<section data-markdown="/part.md"></section>

---

<section data-markdown="/late.md"></section>

---

<section data-markdown="beside.txt"></section>
-- content/bare/_index.md --
${REVEAL}
# Bare
-- content/bare/more.md --
+++
title = "More"
+++
# More
`;

/** Each is made on top of those before it. */
const edits: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  'a text': { 'content/bare/more.md': '+++\ntitle = "More"\n+++\n# Changed\n' },
  'a title': { 'content/bare/more.md': '+++\ntitle = "Other"\n+++\n# Changed\n' },
  'an address': { 'content/bare/more.md': '+++\ntitle = "Other"\nslug = "moved"\n+++\n# Changed\n' },
  'a text that another page shows': { 'content/data/_index.md': `${REVEAL}\n{{< fact >}} and more\n` },
  data: { 'data/facts.toml': 'answer = "43"\nslides = "# New\\n\\n---\\n\\n# Two"\n' },
  'data that can’t be read': { 'data/facts.toml': 'answer = \n' },
  'data that can be read again': { 'data/facts.toml': 'answer = "44"\nslides = "# Again"\n' },
  'a partial of Handlebars': { 'layouts/partials/star.hbs': 'moon' },
  'a partial that can’t be read': { 'layouts/partials/star.hbs': '{{#if a}}' },
  'a partial that can be read again': { 'layouts/partials/star.hbs': 'sun' },
  'a template that can’t be read': { 'layouts/partials/frame.html': '{{ nope }}' },
  'a template that can be read again': { 'layouts/partials/frame.html': '<{{ .Page.Title }}>' },
  'a template that fails': { 'layouts/shortcodes/fact.html': '{{ errorf "no" }}' },
  'a template that works again': { 'layouts/shortcodes/fact.html': '{{ site.Data.facts.answer }}!' },
  'a template that is gone': { 'layouts/shortcodes/fact.html': undefined },
  'a template that is back': { 'layouts/shortcodes/fact.html': '{{ site.Data.facts.answer }}?' },
  'a file that is read': { 'notes/one.txt': 'eins' },
  'a file beside it': { 'notes/two.txt': 'two' },
  'a file that is gone': { 'notes/one.txt': undefined },
  'a file that is back': { 'notes/one.txt': 'back' },
  'an asset': { 'assets/logo.txt': 'new logo' },
  'an asset that is gone': { 'assets/logo.txt': undefined },
  'an asset that is back': { 'assets/logo.txt': 'last logo' },
  'a translation': { 'i18n/en.toml': 'hello = "Hi"' },
  'a size of an image': {
    'static/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30"></svg>',
  },
  'an image that was missing': {
    'static/late.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="8"></svg>',
  },
  'slides in a file': { 'static/part.md': '# Part\n\n---\n\n# Two\n' },
  'slides in a file that was missing': { 'static/late.md': '# Late\n' },
  'slides in a file that is gone': { 'static/part.md': undefined },
  'slides in a file beside the page': { 'content/part/beside.txt': '# Beside\n' },
  'a template of slides': {
    'content/template/_index.md':
      '+++\noutputs = ["Reveal"]\n[reveal_hugo.templates.blue]\nbackground-color = "#008"\n+++\ntext\n',
  },
  'a render hook': {
    'layouts/_markup/render-link.html': '<a class="x" href="{{ .Destination }}">{{ .Text }}</a>',
  },
  'a render hook that is new': {
    'layouts/_markup/render-heading.html': '<h{{ .Level }}>!{{ .Text }}</h{{ .Level }}>',
  },
  'a layout that stands before ours': { 'layouts/shortcodes/note.hbs': 'mine' },
  'a parameter of the site': {
    'hugo.toml': 'title = "Site"\n[security]\nenableInlineShortcodes = true\n[params]\nwho = "you"\n',
  },
  'a configuration that can’t be read': { 'hugo.toml': 'title = \n' },
  'a configuration that says the same of all but the theme': {
    'hugo.toml':
      'title = "Site"\n[security]\nenableInlineShortcodes = true\n[params]\nwho = "you"\n[params.reveal_hugo]\ntheme = "night"\n',
  },
  'a deck that is gone': { 'content/pages/_index.md': undefined },
  'a page that is a draft': {
    'content/bare/more.md': '+++\ntitle = "Other"\ndraft = true\n+++\n# Changed\n',
  },
};

describe('an open site is as one that is opened now', () => {
  const site = openLive(SITE);
  const texts: Record<string, string | undefined> = { ...parseSite(SITE) };
  test('before any change', () => expect(stateOf(site)).toEqual(stateOf(openLive(SITE))));

  test.each(Object.entries(edits))('%s', (_, changes) => {
    const before = stateOf(site);
    site.edit(changes);
    Object.assign(texts, changes);
    const now = stateOf(site);
    expect(now).toEqual(stateOf(openLive(written(texts))));
    expect(now).not.toEqual(before);
  });
});

describe('what a change does not touch is kept', () => {
  // Their templates speak of the site at large, or of members that are not known to be harmless.
  const ALWAYS = ['asset', 'once', 'pages'] as const;
  const kept = {
    'a text': ['content/bare/more.md', '+++\ntitle = "More"\n+++\n# Changed\n', ['bare', ...ALWAYS]],
    data: ['data/facts.toml', 'answer = "43"\nslides = "# New"\n', ['data', 'inline', ...ALWAYS]],
    'a partial': ['layouts/partials/star.hbs', 'moon', ['', ...ALWAYS]],
    'a snippet': ['notes/one.txt', 'eins', ['file', ...ALWAYS]],
    'slides in a file': ['static/part.md', '# New\n', ['part', ...ALWAYS]],
    'an image': [
      'static/pic.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30"></svg>',
      ['', ...ALWAYS],
    ],
  } as const;
  test.each(Object.entries(kept))('%s', (_, [file, content, changed]) => {
    const site = openLive(SITE);
    const before = decksOf(site);
    site.edit({ [file]: content });
    const after = decksOf(site);
    const rendered = Object.keys(after).filter((folder) => after[folder] !== before[folder]);
    expect(rendered.toSorted()).toEqual([...changed].toSorted());
  });
});

test('sections that a change does not touch stay the same, however often their deck was rendered', () => {
  const site = openLive({ 'content/_index.md': `${REVEAL}\n# One\n\n---\n\n# Two\n` });
  const sections = (): readonly Section[] =>
    site.pipeline.decks().decks.flatMap((deck) => site.pipeline.render(deck).sections);
  const before = sections();
  sections();
  site.edit({ 'content/_index.md': `${REVEAL}\n# One\n\n---\n\n# New\n` });
  const [one, two] = sections();
  expect(one).toBe(before[0]);
  expect(two).not.toBe(before[1]);
});

/** By folder. */
function decksOf({ pipeline }: LiveSite): Readonly<Record<string, RenderedDeck>> {
  return Object.fromEntries(pipeline.decks().decks.map((deck) => [deck.head.folder, pipeline.render(deck)]));
}

const stateOf = (site: LiveSite): object => ({
  pages: publish(site),
  diagnostics: diagnosticsOf(site),
  assets: site.pipeline.assets(),
});

const written = (texts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])),
  );
