/** A site with two decks, the second of two pages, to be laid beside other files. */
export const DECKS = `-- content/_index.md --
+++
title = "Home"
outputs = ["Reveal"]
+++
# A
-- content/talk/_index.md --
---
title: Talk
outputs: [Reveal]
---
# B
-- content/talk/more.md --
# C
`;
