/** A deck that is printed as it is, by Ctrl and P, without the print view. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
title = "T"
-- content/_index.md --
+++
title = "Paper"
outputs = ["Reveal"]
[reveal_hugo]
theme = "black"
highlight_theme = "monokai"
+++
# First

---

| Head | Other head |
|---|---|
| cell | other |

> said by somebody

---

{{% section %}}

{{< slide background-color="#004488" >}}

## Above

{{% fragment %}}a step{{% /fragment %}}

---

## Below

\`\`\`js
const letters = 'light ones'; // ${'and a long line of them '.repeat(8)}
\`\`\`

{{% /section %}}

---

## Last

[a link](https://example.org)
`);
const browser = useBrowser();
const pagesOf = async (page: Page): Promise<number> =>
  (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe.each(modes)('%s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test('each slide is a sheet, black on white, with the heads of its tables', async () => {
    const { page, problems } = await openPage(browser(), server.url);
    expect(await pagesOf(page)).toBe(5);
    await page.emulateMedia({ media: 'print' });
    const colours = await page.$$eval('.slides :is(h1, h2, th, td, blockquote p, .fragment, a)', (found) =>
      found.map((element) => {
        const { color, visibility } = getComputedStyle(element);
        return `${element.tagName} ${color} ${visibility} ${element.getBoundingClientRect().height > 0}`;
      }),
    );
    expect(colours).toHaveLength(11);
    expect(colours.filter((seen) => !seen.endsWith(' rgb(0, 0, 0) visible true'))).toEqual([]);
    const grounds = await page.$$eval('html, body, .reveal, .slides', (found) =>
      found.map((element) => getComputedStyle(element).backgroundColor),
    );
    expect(new Set(grounds)).toEqual(new Set(['rgb(255, 255, 255)']));
    expect(problems).toEqual([]);
    await page.close();
  });

  test('code keeps its ground under light letters, and its long lines go on below', async () => {
    const { page } = await openPage(browser(), server.url);
    await page.emulateMedia({ media: 'print' });
    const code = await page.$eval('pre code', (element) => ({
      adjust: getComputedStyle(element).printColorAdjust,
      isWhole:
        element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1,
    }));
    expect(code).toEqual({ adjust: 'exact', isWhole: true });
    await page.close();
  });

  test('one that is scrolled is printed the same', async () => {
    const { page } = await openPage(browser(), `${server.url}?view=scroll`);
    expect(await pagesOf(page)).toBe(5);
    await page.close();
  });
});
