/** What is written while a phone held upright reads the deck. */
import { expect, test } from 'vitest';
import { ready } from '../support/browser.ts';
import { useLiveBrowser } from '../support/live-page.ts';
import { isRead, top, UPRIGHT } from '../support/phone-site.ts';

const config = (view: string): string => `title = "Live"
[params.reveal_hugo]
transition = "none"
phone_view = "${view}"
`;
const deck = (text: string): string => `+++\noutputs = ["Reveal"]\n+++\n# One\n\n---\n\n${text}`;
const live = useLiveBrowser(`
-- hugo.toml --
${config('read')}
-- content/_index.md --
${deck('# Two\n\n{{% fragment %}}step{{% /fragment %}}')}
`);

test('the page to read changes in place: words, slides and backgrounds', async () => {
  const { page, watched } = live;
  await page.setViewportSize(UPRIGHT);
  await expect.poll(() => isRead(page)).toBe(true);
  await page.evaluate(() => window.Reveal.slide(1));
  live.write(
    'content/_index.md',
    deck(
      '{{< slide background-color="#204060" >}}\n\n# Two\n\n{{% fragment %}}new step{{% /fragment %}}\n\n---\n\n# Three',
    ),
  );
  await expect.poll(live.headings).toEqual(['One', 'Two', 'Three']);
  const second = page.locator('.slides > section').nth(1);
  await expect
    .poll(() => second.evaluate((slide) => getComputedStyle(slide).backgroundColor))
    .toBe('rgb(32, 64, 96)');
  expect(await second.locator('.fragment').evaluate((step) => getComputedStyle(step).opacity)).toBe('1');
  const tops = [await top(page, '.slides > section >> nth=1'), await top(page, '.slides > section >> nth=2')];
  expect(tops[1]).toBeGreaterThan((tops[0] ?? 0) + 50);
  expect(await page.locator('section[hidden], section[inert]').count()).toBe(0);
  expect(await live.current()).toBe('Two');
  expect(await live.isSamePage()).toBe(true);
  expect(watched.problems).toEqual([]);
});

test('without the option, the page is loaded again, and shows slides', async () => {
  const { page } = live;
  await page.setViewportSize(UPRIGHT);
  await expect.poll(() => isRead(page)).toBe(true);
  live.write('hugo.toml', config('slides'));
  await expect.poll(live.isSamePage).toBe(false);
  await ready(page);
  expect(await isRead(page)).toBe(false);
});
