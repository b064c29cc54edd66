/** A slide whose pictures fit, while it is edited. */
import { expect, test } from 'vitest';
import { useLiveBrowser } from '../support/live-page.ts';
import { PICTURE } from '../support/write-site.ts';

const deck = (text: string): string =>
  `+++\ntitle = "T"\noutputs = ["Reveal"]\n[reveal_hugo]\nfit_images = true\n+++\n# One\n\n${text}\n\n---\n\n# Two\n`;
const live = useLiveBrowser(`
-- hugo.toml --
title = "T"
-- static/a.svg --
${PICTURE.replace('width="4" height="2"', 'width="4000" height="2000"')}
-- content/_index.md --
${deck('Words')}
`);

test('a slide begins and stops to make room', async () => {
  const display = (): Promise<string> =>
    live.page.locator('section.present').evaluate((slide) => getComputedStyle(slide).display);
  expect(await display()).toBe('block');
  live.write('content/_index.md', deck('Words\n\n![A](a.svg)'));
  await live.page.locator('section.deck-fit .deck-fitted').waitFor();
  expect(await display()).toBe('flex');
  live.write('content/_index.md', deck('Words ![A](a.svg)'));
  await live.page.locator('section.deck-fit').waitFor({ state: 'detached' });
  expect(await display()).toBe('block');
  expect(await live.isSamePage()).toBe(true);
});
