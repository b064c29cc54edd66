/** A site below a path: what an author typed with that path, and what without, is found. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/k8s-networking"
title = "Below a path"
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# Root

![typed with the path](/k8s-networking/images/x.svg)
![relative](images/x.svg)
![beside the page](beside.svg)
-- content/beside.svg --
${PICTURE}
-- content/talk/_index.md --
+++
title = "Talk"
outputs = ["Reveal"]
+++
# Talk

![typed with the path](/k8s-networking/images/x.svg)
![relative](../images/x.svg)
![beside the page](pic.svg)
-- content/talk/pic.svg --
${PICTURE}
-- static/images/x.svg --
${PICTURE}
`);
const browser = useBrowser();

describe.each(modes)('below /k8s-networking/, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test.each(['', 'talk/'])('every picture of /%s is found', async (deck) => {
    expect(server.url).toMatch(/\/k8s-networking\/$/);
    const { page, problems } = await openPage(browser(), server.url + deck);
    await page.waitForLoadState('networkidle');
    const widths = await page
      .locator('.slides img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths).toEqual([4, 4, 4]);
    expect(problems).toEqual([]);
    await page.close();
  });
});
