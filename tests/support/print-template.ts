/** What a template prints of the objects that it sees. */
import { build } from './built-pages.ts';

/** A section with pages in a tree, a leaf bundle and a root. */
export const TREE = `-- hugo.toml --
title = "Site"
baseURL = "https://example.org/sub/"
copyright = "me"
[params]
Color = "red"
[params.Deep]
Key = "site"
-- content/_index.md --
+++
title = "Home"
+++
-- content/deck/_index.md --
+++
outputs = ["Reveal"]
+++
# D
-- content/docs/_index.md --
+++
title = "Docs"
weight = 1
+++
-- content/docs/b.md --
+++
title = "Beta"
linkTitle = "b"
weight = 2
date = 2024-03-01T10:00:00Z
tags = ["x", "y"]
draft = false
+++
## One

some *words* here

### Two

end
-- content/docs/a.md --
+++
title = "Alpha"
weight = 1
date = 2024-01-05
lastmod = 2024-02-01
description = "about a"
Color = "blue"
[Deep]
Other_Key = "page"
+++
alpha
-- content/docs/sub/_index.md --
+++
title = "Sub"
weight = 3
+++
-- content/docs/sub/c.md --
+++
title = "Gamma"
date = 2023-06-01
+++
gamma
-- content/docs/bundle/index.md --
+++
title = "Bundle"
weight = 9
[[resources]]
src = "one.txt"
title = "First"
+++
bundle
-- content/docs/bundle/one.txt --
one
-- content/docs/bundle/img/two.TXT --
two
-- content/docs/bundle/part.md --
+++
title = "Part"
+++
*part*
`;

/** What `layouts/_default/single.html` or `list.html` makes of the page at an address. */
export function printPage(template: string, address: string, site = TREE): string {
  // The other pages have nothing to do with it.
  const own = `{{ if eq (strings.TrimPrefix site.BaseURL .Permalink | strings.TrimPrefix "fr/") "${address.replace(/^fr\//, '')}" }}${template}{{ end }}`;
  const layouts = `-- layouts/_default/single.html --\n${own}\n-- layouts/_default/list.html --\n${own}\n-- layouts/index.html --\n${own}\n`;
  const text = build(layouts + site).files[`${address}index.html`];
  if (text === undefined) throw new Error(`there is no page at ${address}`);
  return text.trim();
}
