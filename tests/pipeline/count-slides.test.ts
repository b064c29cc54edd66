/** What a build counts. */
import { expect, test } from 'vitest';
import { countSlides } from '../../src/pipeline.ts';
import { buildSite } from '../support/site.ts';

test('slides, those of stacks one by one, and those with words for the speaker in any spelling', () => {
  const { pipeline } = buildSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# One

{{% note %}}a{{% /note %}}

---

<aside class='notes'>b</aside>

---

<aside data-x class="big notes" data-markdown>c</aside>

---

{{< slide notes="d" >}}

---

# No notes

<!-- <aside class="notes">none</aside> -->

---

{{% section %}}

# A

---

# B

{{% note %}}e{{% /note %}}

{{% /section %}}
`);
  const rendered = pipeline.decks().decks.map((deck) => pipeline.render(deck));
  expect(countSlides(rendered)).toEqual({ decks: 1, slides: 7, notes: 5 });
});
