/** A site with one of everything that the doctor tells of. */
import { examine } from '../../src/doctor/examine.ts';
import type { Examination } from '../../src/doctor/examination.ts';
import { memoryFiles } from '../../src/files.ts';
import type { ReadyDeck } from '../../src/types.ts';
import { readyDeck } from '../support/ready-deck.ts';
import { openSite, parseSite } from '../support/site.ts';

/** How the site of a text is examined. */
interface SiteOptions {
  /** What the files of its decks would add to them; nothing by default. */
  readonly change?: (deck: ReadyDeck) => ReadyDeck;
  readonly strict?: boolean;
}

/** Examines the site of a text. */
export function examineSite(
  site: string,
  { change = (deck) => deck, ...options }: SiteOptions = {},
): Examination {
  const pipeline = openSite(memoryFiles(parseSite(site)));
  const complete = (rendered: ReadyDeck['rendered']): ReadyDeck =>
    change(readyDeck(rendered, pipeline.decks()));
  return examine(pipeline, { complete, ...options });
}

/** The front matter of a page that is a deck. */
export const DECK = '+++\noutputs = ["Reveal"]\n+++\n';

export const site = `
-- hugo.toml --
baseURL = "https://example.org/talks/"
theme = ["gone", "extra", "reveal-hugo"]
defaultContentLanguage = "en"
[languages.en]
languageName = "English"
[languages.fr]
languageName = "Français"
[params.reveal_hugo]
theme = "night"
-- content/_index.md --
${DECK}# A

{{% note %}}
x
{{% /note %}}

---

{{% section %}}

# B

---

{{< slide notes="y" >}}

# C {{< smile >}} {{< key a >}} {{< wide >}}

{{% /section %}}
-- content/home/more.md --
{{< smile >}} {{< nott >}}
-- content/_index.fr.md --
${DECK}[^1]
-- content/blog/post.md --
{{< smile >}} {{< zzzz >}}
-- content/blog/pic.png --
x
-- content/other/alone.md --
{{< never >}}
-- static/a.css --
x
-- assets/b.js --
x
-- data/c.yaml --
d: 1
-- layouts/shortcodes/key.hbs --
<kbd>{{a}}</kbd>
-- layouts/shortcodes/smile.html --
{{ strings.ToUpper "a" }}{{ partial "face" . }}{{ with .Get 0 }}{{ partial "nose.html" . }}{{ end }}
{{- with .Get 1 }}{{ template "inner" . }}{{ template "_internal/opengraph.html" . }}{{ end }}
{{- define "inner" }}{{ (now).Year }}{{ now.Year }}{{ site.Title }}{{ end -}}
-- layouts/partials/face.html --
{{ strings.ToUpper "b" | upper }}
-- layouts/partials/broken.html --
{{ if }
-- layouts/partials/odd.html --
{{ strngs.Trim "a" " " }}
-- layouts/partials/noses.html --
x
-- layouts/blog/single.html --
{{ partial "reveal-hugo/head" . }}<p>{{ .Content }}</p>
-- layouts/partials/.DS_Store --
x
-- themes/extra/layouts/shortcodes/wide.html --
wide
`;
