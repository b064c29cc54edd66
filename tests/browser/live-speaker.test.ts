/** The speaker view is open while the deck is written. */
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ready } from '../support/browser.ts';
import { useLiveBrowser } from '../support/live-page.ts';
import { countTimers, noTimerLeft } from '../support/wait.ts';

const DECK = `+++
title = "Live"
outputs = ["Reveal"]
+++
# One

{{% note %}}notes of one{{% /note %}}

---

# Two

{{% note %}}notes of two{{% /note %}}

---

# Three
`;
const live = useLiveBrowser(`
-- hugo.toml --
title = "Live"
[params.reveal_hugo]
transition = "none"
-- content/_index.md --
${DECK}`);

/** The heading that one of the small decks shows. */
const headingIn = (frame: Frame | undefined): Promise<string | null | undefined> =>
  frame?.evaluate(() => window.Reveal.getCurrentSlide()?.querySelector('h1')?.textContent) ??
  Promise.resolve(undefined);

const frameOf = (speaker: Page, place: string): Frame | undefined =>
  speaker
    .frames()
    .find((frame) => (place === 'next' ? /controls=false/ : /postMessageEvents/).test(frame.url()));

test('notes, the slide and the next one are patched, and the timer goes on', async () => {
  await live.goTo(1);
  await countTimers(live.page.context());
  const [speaker] = await Promise.all([live.page.waitForEvent('popup'), live.page.keyboard.press('s')]);
  const notes = (): Promise<string | null> => speaker.locator('.speaker-controls-notes .value').textContent();
  await expect.poll(notes).toContain('notes of two');
  for (const place of ['now', 'next']) {
    await expect.poll(() => frameOf(speaker, place)).toBeDefined();
    const frame = frameOf(speaker, place);
    if (frame) await ready(frame as unknown as Page);
    await frame?.evaluate(() => Object.assign(window, { marker: true }));
  }
  await speaker.evaluate(() => Object.assign(window, { marker: true }));
  await expect.poll(() => headingIn(frameOf(speaker, 'next'))).toBe('Three');

  live.write('content/_index.md', DECK.replace('notes of two', 'other words'));
  await expect.poll(notes).toContain('other words');
  live.write(
    'content/_index.md',
    DECK.replace('# One', '# Zero\n\n---\n\n# One').replace('# Three', '# Between\n\n---\n\n# Three'),
  );
  await expect.poll(() => headingIn(frameOf(speaker, 'next'))).toBe('Between');
  expect(await headingIn(frameOf(speaker, 'now'))).toBe('Two');
  expect(await live.current()).toBe('Two');
  // By then, the small deck would have moved the large one.
  await noTimerLeft(speaker);
  expect(await live.current()).toBe('Two');
  expect(await headingIn(frameOf(speaker, 'next'))).toBe('Between');
  expect(await headingIn(frameOf(speaker, 'now'))).toBe('Two');

  for (const place of ['now', 'next'])
    expect(await frameOf(speaker, place)?.evaluate(() => 'marker' in window)).toBe(true);
  expect(await speaker.evaluate(() => 'marker' in window)).toBe(true);
  expect(await live.isSamePage()).toBe(true);
  expect(live.watched.problems).toEqual([]);
});
