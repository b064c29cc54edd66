/** Files of a page that its author has given other names. */
import { expect, test } from 'vitest';
import { build } from '../support/built-pages.ts';

test('a file that is named without its ending is of the kind that its own name says', () => {
  const { sections } = build(`
-- layouts/shortcodes/t.html --
{{ with .Page.Resources.GetMatch "*chart-1*" }}{{ .ResourceType }} {{ .Name }} {{ (.Resize "10x").RelPermalink }} {{ (.Resize "10x").Height }}{{ end }}
-- content/talk/plan.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>
-- content/talk/_index.md --
+++
title = "Talk"
outputs = ["Reveal"]
[[resources]]
src = "plan*"
name = "chart-:counter"
+++
{{< t >}}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
{{< show >}}
-- layouts/shortcodes/show.html --
{{ (site.GetPage "talk").Content }}
`);
  expect(sections.join('')).toContain('image chart-1 /talk/plan.svg 5');
});
