/** A deck whose options have slips starts all the same. */
import { expect, test } from 'vitest';
import { build, preview } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- content/_index.md --
+++
title = "Slips"
outputs = ["Reveal"]
[reveal_hugo]
width = "wide"
height = "700px"
margin = "small"
auto_slide = "5s"
view_distance = "far"
controls = "false"
+++
# A

---

# B
`);
const browser = useBrowser();

test('a deck with values of the wrong type is laid out as without them', async () => {
  const { warnings } = await build({ source: site, quiet: true });
  expect(warnings.map(({ code, line }) => [code, line])).toEqual(
    [5, 6, 7, 8, 9].map((n) => ['option-type', n]),
  );
  const server = await preview({ source: site, port: 0, quiet: true });
  const { page, problems } = await openPage(browser(), server.url);
  expect(
    await page.evaluate(() => [window.Reveal.getConfig().width, window.Reveal.getScale() > 0.9]),
  ).toEqual([960, true]);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => window.Reveal.getCurrentSlide().textContent?.includes('B'));
  expect(problems).toEqual([]);
  await page.close();
  await server.close();
});
