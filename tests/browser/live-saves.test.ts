/** How files are saved, moved and deleted while a deck is open, and what brings the author from the page to the file. */
import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { useLiveBrowser } from '../support/live-page.ts';
import { nextFrames } from '../support/wait.ts';

const HEAD = '+++\ntitle = "Live"\noutputs = ["Reveal"]\n+++\n';
const DECK = `${HEAD}\n# One\n\n---\n\n# Two\n\n---\n\n# Three\n`;
const live = useLiveBrowser(`
-- hugo.toml --
title = "Live"
[params.reveal_hugo]
transition = "none"
hash = false
history = false
-- data/items.toml --
list = ["a", "b"]
-- data/slides.toml --
title = "Slides"
intro = """
# From data

---

# More of it
"""
-- layouts/shortcodes/items.html --
{{ range site.Data.items.list }}<p>{{ . }}</p>{{ end }}
-- content/_index.md --
${DECK}
-- content/talk/_index.md --
${HEAD}
# Talk
-- content/talk/more.md --
+++
+++
# More

{{< items >}}

---

# Last

---

{{< slide content="slides.intro" >}}
-- content/bundle/index.md --
+++
outputs = ["Reveal"]
layout = "bundle"
+++
# Bundle
-- content/bundle/part.md --
+++
+++
# Part
-- content/draft/_index.md --
+++
title = "Not yet"
draft = true
outputs = ["Reveal"]
+++
# Draft
`);
const browser = useBrowser();
const write = (text: string): void => live.write('content/_index.md', text);

describe('saves', () => {
  test('20 within one second: the last one is there, and nothing was loaded again', async () => {
    await live.goTo(1);
    for (let n = 1; n <= 20; n++) {
      write(
        DECK.replace('# Two', `# Two ${n}`).replace('# One\n', `# One\n\n${'more\n\n---\n\n'.repeat(n % 3)}`),
      );
      await nextFrames(live.page);
    }
    await expect.poll(live.current).toBe('Two 20');
    expect(await live.isSamePage()).toBe(true);
    expect(live.watched.problems).toEqual([]);
    const texts = (): Promise<string[]> => live.page.locator('.slides > section').allTextContents();
    const patched = await texts();
    await live.page.reload();
    await ready(live.page);
    expect(await texts()).toEqual(patched);
  });

  test('a file that is seen empty, and one that is written in two steps', async () => {
    await live.goTo(2);
    // A request takes as long as a tool between two steps; the page itself may be loading again.
    const request = (): Promise<string> => fetch(live.server.url).then((answer) => answer.text());
    for (const rest of [DECK, DECK.replace('# Two', '# Second')]) {
      write('');
      await request();
      const half = Math.floor(rest.length / 2);
      write(rest.slice(0, half));
      await request();
      appendFileSync(path.join(live.folder, 'content/_index.md'), rest.slice(half));
    }
    await expect.poll(live.headings).toEqual(['One', 'Second', 'Three']);
    expect(await live.current()).toBe('Three');
    expect(await live.isSamePage()).toBe(true);
  });

  test('a file that an editor replaces by another one', async () => {
    await live.goTo(1);
    live.write('content/_index.md.tmp', DECK.replace('# Two', '# Replaced'));
    live.rename('content/_index.md.tmp', 'content/_index.md');
    await expect.poll(live.current).toBe('Replaced');
    expect(await live.isSamePage()).toBe(true);
  });
});

describe('slides', () => {
  test('one that is hidden, and is shown again', async () => {
    const hide = (heading: string): string =>
      DECK.replace(`# ${heading}`, `{{< slide visibility="hidden" >}}\n\n# ${heading}`);
    await live.goTo(2);
    write(hide('Two'));
    await expect.poll(live.headings).toEqual(['One', 'Three']);
    write(hide('Two').replace('# Three', '# Third'));
    await expect.poll(live.headings).toEqual(['One', 'Third']);
    expect(await live.isSamePage()).toBe(true);
    await live.page.reload();
    await ready(live.page);
    write(DECK.replace('# Three', '# Last'));
    await expect.poll(live.headings).toEqual(['One', 'Two', 'Last']);
  });

  test('a page that is not what the server takes it for asks for all of the deck', async () => {
    await live.goTo(2);
    await live.page.evaluate(() => {
      // As a script of the author may do.
      document.querySelector('.slides > section')?.remove();
      window.Reveal.sync();
      document.querySelector('.slides')?.append(document.createElement('section'));
    });
    write(DECK.replace('# Two', '# Second'));
    await expect.poll(live.headings).toEqual(['One', 'Second', 'Three']);
    expect(await live.current()).toBe('Three');
    expect(await live.isSamePage()).toBe(true);
  });

  test('what only loading the page again can show lands on the same slide', async () => {
    await live.goTo(2);
    write(
      DECK.replace(HEAD, `${HEAD.slice(0, -4)}[reveal_hugo]\nshow_hidden_slides = true\n+++\n`).replace(
        '# One',
        '# Zero\n\n---\n\n# One',
      ),
    );
    await expect.poll(live.isSamePage).toBe(false);
    await ready(live.page);
    expect(new URL(live.page.url()).hash).toBe('');
    await expect.poll(live.current).toBe('Three');
  });
});

describe('decks', () => {
  test('the deck on the screen is deleted, and is back', async () => {
    await live.page.goto(`${live.server.url}talk/`);
    await ready(live.page);
    live.remove('content/talk/_index.md');
    await live.page.getByRole('heading', { name: 'No deck here' }).waitFor();
    live.write('content/talk/_index.md', `${HEAD}\n# Talk again\n`);
    await ready(live.page);
    expect(await live.headings()).toEqual(['Talk again', 'More', 'Last', 'From data', 'More of it']);
  });

  test('a section is renamed, and pages of a deck come and go', async () => {
    live.write('content/talk/new.md', '+++\n+++\n# New\n');
    await live.page.goto(`${live.server.url}talk/`);
    await ready(live.page);
    await live.page.evaluate(() => Object.assign(window, { marker: true }));
    expect(await live.headings()).toEqual(['Talk', 'More', 'Last', 'From data', 'More of it', 'New']);
    live.remove('content/talk/new.md');
    await expect.poll(live.headings).toEqual(['Talk', 'More', 'Last', 'From data', 'More of it']);
    expect(await live.isSamePage()).toBe(true);
    live.rename('content/talk', 'content/speech');
    await live.page.getByRole('heading', { name: 'No deck here' }).waitFor();
    await live.page.goto(`${live.server.url}speech/`);
    await ready(live.page);
    expect(await live.headings()).toEqual(['Talk', 'More', 'Last', 'From data', 'More of it']);
    live.remove('content/speech');
  });
});

describe('from the page to the file', () => {
  const editor = path.join(live.folder, 'editor.sh');
  const log = path.join(live.folder, 'editor.log');
  const opened = (): string => (existsSync(log) ? readFileSync(log, 'utf8').replaceAll(live.folder, '') : '');
  const before = process.env['LAUNCH_EDITOR'];
  beforeAll(() => {
    writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${log}\n`);
    // Windows has no such scripts: specs in a browser run on Linux and macOS.
    chmodSync(editor, 0o755);
    process.env['LAUNCH_EDITOR'] = editor;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['LAUNCH_EDITOR'];
    else process.env['LAUNCH_EDITOR'] = before;
  });

  test('E opens the slide, also when lines above it have come and gone', async () => {
    await live.goTo(1);
    await live.page.keyboard.press('e');
    await expect.poll(opened).toContain('/content/_index.md 10 1');
    write(DECK.replace('# One\n', '# One\n\nmore\n\nlines\n'));
    await expect.poll(() => live.page.locator('.slides section').first().textContent()).toContain('lines');
    await live.page.keyboard.press('e');
    await expect.poll(opened).toContain('/content/_index.md 14 1');
  });

  test('E opens the page of a slide in a section, with a shortcode that reads data, in a data file, and in a bundle', async () => {
    for (const [address, slide, place] of [
      ['talk/', 1, '/content/talk/more.md 3 1'],
      ['talk/', 2, '/content/talk/more.md 9 1'],
      ['talk/', 3, '/data/slides.toml 2 1'],
      ['talk/', 4, '/data/slides.toml 2 1'],
      ['bundle/', 1, '/content/bundle/part.md 3 1'],
    ] as const) {
      const { page } = await openPage(browser(), live.server.url + address);
      await page.evaluate((h) => window.Reveal.slide(h), slide);
      await page.keyboard.press('e');
      await expect.poll(opened).toContain(place);
      await page.context().close();
    }
  });

  test('the overlay opens the line of a mistake', async () => {
    write(DECK.replace('# Two', '{{% nott %}}'));
    const link = live.page.locator('deckwright-problem .position').first();
    await link.click();
    await expect.poll(opened).toContain('/content/_index.md 10 1');
    write(DECK);
    await live.page.locator('deckwright-problem').waitFor({ state: 'detached' });
    expect(await live.isSamePage()).toBe(true);
  });

  test('the list of the decks has drafts, and what is wrong with any of them', async () => {
    const { page } = await openList();
    const rows = page.locator('.decks li');
    await expect.poll(() => rows.count()).toBe(4);
    expect(await rows.filter({ hasText: 'Not yet' }).textContent()).toContain('draft');
    expect(await page.locator('.problems').count()).toBe(0);
    live.write('content/bundle/part.md', '+++\n+++\n# Part\n\n{{% nott %}}\n');
    await page.locator('.problems pre').filter({ hasText: 'nott' }).waitFor();
    await page.locator('.problems a').click();
    await expect.poll(opened).toContain('/content/bundle/part.md 5 1');
    live.write('content/bundle/part.md', '+++\n+++\n# Part\n');
    await page.locator('.problems').waitFor({ state: 'detached' });
    await page.context().close();
  });

  async function openList() {
    const page = await browser().newPage();
    await page.goto(`${live.server.url}__decks/`);
    return { page };
  }
});
