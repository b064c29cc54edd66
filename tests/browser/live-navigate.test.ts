/** `--navigateToChanged`: open pages go to what is written. */
import { expect, test } from 'vitest';
import { ready } from '../support/browser.ts';
import { useLiveBrowser } from '../support/live-page.ts';

const live = useLiveBrowser(
  `
-- hugo.toml --
title = "Live"
[params.reveal_hugo]
transition = "none"
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# One
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
# Talk
-- content/talk/more.md --
+++
+++
# More

---

# Last
`,
  { navigateToChanged: true },
);

test('to the deck, and then to the slide, without a reload', async () => {
  live.write('content/talk/more.md', '+++\n+++\n# More\n\n---\n\n# Last words\n');
  await live.page.waitForURL(`${live.server.url}talk/`);
  await ready(live.page);
  await live.page.evaluate(() => Object.assign(window, { marker: true }));
  expect(await live.current()).toBe('Talk');
  live.write('content/talk/more.md', '+++\n+++\n# More\n\n---\n\n# Last words, again\n');
  await expect.poll(live.current).toBe('Last words, again');
  expect(await live.isSamePage()).toBe(true);
});
