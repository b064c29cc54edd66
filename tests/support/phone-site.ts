/** Decks that phones held upright read, with all that slides show side by side or step by step. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import type { Mode } from './modes.ts';
import { openPage, useBrowser, type WatchedPage } from './browser.ts';
import { writeSite, writeSiteFile } from './write-site.ts';

/** A phone held upright. */
export const UPRIGHT = { width: 390, height: 844 };
/** The same phone held across. */
export const ACROSS = { width: 844, height: 390 };

const deck = (options: string): string => `
+++
title = "Boats"
outputs = ["Reveal"]
[reveal_hugo]
history = true
${options}
+++
# Boats

And the people who build them

---

## Steps

{{% fragment %}}first{{% /fragment %}}

<p class="fragment fade-up">second</p>

---

{{% section %}}

## Above

---

{{< slide id="under" background-color="#204060" >}}

## Below

[To the first](#/0) and [to the code](#/4)

{{% /section %}}

---

{{< slide background-image="/wide.svg" background-opacity="0.5" >}}

## Picture behind

---

## Code

\`\`\`js {1|2}
const one = 'a line that is much longer than the screen of a phone held upright is wide';
const two = 2;
\`\`\`

---

## Side by side

<div class="r-hstack"><p id="left">left</p><p id="right">right</p></div>

<div style="display: grid; grid-template-columns: 1fr 1fr"><p id="one">one</p><p id="two" style="grid-column: 2">two</p></div>

<div style="display: flex"><div id="here" style="width: 400px">here</div><div id="there">there</div></div>

---

## A picture

![Wide](/wide.svg)

---

## A table

| ${'A column | '.repeat(9)}
|${'---|'.repeat(9)}
| ${'and its words | '.repeat(9)}

---

# End
`;

const files = `
-- hugo.toml --
title = "T"
[markup.goldmark.renderer]
unsafe = true
-- static/own.js --
Reveal.on('slidechanged', () => (document.body.dataset.seen = Reveal.getIndices().h));
-- static/wide.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600"><rect width="1200" height="600" fill="#933"/></svg>
`;
const names = {
  studio: 'phone_view = "read"\ntheme = "studio"',
  black: 'phone_view = "read"',
  slides: '',
  scripts: 'phone_view = "read"\ncustom_js = "own.js"',
  box: 'phone_view = "read"\nembedded = true',
};
/** The name of one of the decks. */
export type PhoneDeck = keyof typeof names;

function writePhoneSite(): string {
  const site = writeSite(files);
  for (const [name, options] of Object.entries(names))
    writeSiteFile(site, `content/${name}/_index.md`, deck(options).trimStart());
  return site;
}

/** The site of the decks, served while the tests around this call run. */
export interface PhoneSite {
  /** Opens a deck; the window is a phone held upright unless said otherwise. */
  readonly open: (name: PhoneDeck, hash?: string, size?: typeof UPRIGHT) => Promise<WatchedPage>;
  /** The address of the site, with a slash at its end. */
  readonly url: () => string;
}

/** Serves the decks in a mode before the tests of a group run. */
export function usePhoneSite(start: Mode): PhoneSite {
  const browser = useBrowser();
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await start(writePhoneSite());
  });
  afterAll(async () => server?.close());
  const url = (): string => server?.url ?? '';
  return {
    url,
    open: (name, hash = '', size = UPRIGHT) => openPage(browser(), `${url()}${name}/${hash}`, size),
  };
}

/** The distance of an element from the top of the window. */
export const top = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);

/** Whether the page is read at the moment. */
export const isRead = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.classList.contains('deck-read'));
