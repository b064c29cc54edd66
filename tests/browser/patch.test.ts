/** A patch leaves what a fresh load of the new deck has, whatever the two decks are. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removedSections, reuseSections } from '../../src/serve/live-deck.ts';
import type { patchDeck, sectionsIn } from '../../src/client/live/patch-deck.ts';
import { type RunningServer, serve } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { createChance, randomDeck, randomEdit } from '../support/random-decks.ts';
import { writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
title = "Patch"
[params.reveal_hugo]
transition = "none"
disable_layout = true
controls = false
progress = false
-- content/_index.md --
+++
title = "Patch"
outputs = ["Reveal"]
+++
# One
`);
declare global {
  interface Window {
    patchDeck: typeof patchDeck;
    sectionsIn: typeof sectionsIn;
  }
}

const CLIENT = path.resolve(import.meta.dirname, '..', '..', 'src', 'client', 'live', 'patch-deck.ts');
const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  server = await serve({ source: site, port: 0, quiet: true });
});
afterAll(async () => server?.close());

interface Case {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly sections: readonly (number | string)[];
  readonly gone: readonly (readonly [number, string])[];
  readonly place: number;
  readonly step: number;
}

function caseOf(seed: number): Case {
  const chance = createChance(seed);
  const before = randomDeck(chance);
  const after = chance(4) === 0 ? randomDeck(chance) : randomEdit(before, chance);
  const sections = reuseSections(before, after);
  const gone = removedSections(before, sections);
  return { before, after, sections, gone, place: chance(before.length), step: chance(4) - 1 };
}

/** Those that differ, each with both. */
async function differing(page: Page, cases: readonly Case[]): Promise<readonly unknown[]> {
  return page.evaluate((cases) => {
    const { Reveal, patchDeck, sectionsIn } = window;
    const slides = document.querySelector<HTMLElement>('.slides') ?? document.body;
    const show = (sections: readonly string[]): void => {
      slides.innerHTML = sections.join('\n');
      Reveal.sync();
    };
    /** Without what is left from slides that were shown, and in one order, whoever has written the words. */
    const read = (): string[] =>
      [...(slides.cloneNode(true) as Element).children].map((section) => {
        for (const element of [section, ...section.querySelectorAll<HTMLElement>('*')]) {
          for (const name of ['data-previous-indexv', 'data-fragment']) element.removeAttribute(name);
          if (element.classList.length > 0) element.className = [...element.classList].sort().join(' ');
          const { style } = element as HTMLElement;
          // Which slide of a stack was shown last is reveal.js's memory of it.
          if (element.matches('section:not(.present) > section')) {
            element.classList.remove('past', 'present', 'future');
            for (const name of ['hidden', 'aria-hidden']) element.removeAttribute(name);
            if (element.classList.length === 0) element.removeAttribute('class');
          }
          // Where a slide that is hidden would begin is measured when it is shown.
          if (element.matches('section:not(.present)')) style.removeProperty('top');
          const rules = style.cssText.split(/;\s*/).filter(Boolean).sort().join('; ');
          if (rules) element.setAttribute('style', rules);
          const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
          for (const [name] of attributes) element.removeAttribute(name);
          for (const [name, value] of attributes.sort(([a], [b]) => (a < b ? -1 : 1)))
            if (name !== 'style' || rules) element.setAttribute(name, value);
        }
        return section.outerHTML;
      });
    /** The backgrounds of all slides; `sync` copies some classes of slides to them, which have no effect there. */
    const readBackgrounds = (): string =>
      [...document.querySelectorAll('.backgrounds > *')]
        .map((element) => {
          const classes = [...element.classList]
            .filter((name) => !/^has-.*-background$/.test(name))
            .sort()
            .join(' ');
          return `${classes} (${element.children.length}) ${element.getAttribute('data-background-hash')}`;
        })
        .join('\n');
    const found: unknown[] = [];
    for (const { before, after, sections, gone: removed, place, step } of cases) {
      show(before);
      Reveal.slide(place, 0, step);
      patchDeck(Reveal, sectionsIn(slides), { count: before.length, sections, removed });
      const { h, v, f } = Reveal.getIndices();
      Reveal.slide(h, v, f);
      const [patched, backgrounds] = [read(), readBackgrounds()];
      show(after);
      Reveal.slide(h, v, f);
      const fresh = read();
      const n = fresh.findIndex((html, at) => html !== patched[at]);
      const expected = readBackgrounds();
      if (backgrounds !== expected) found.push({ backgrounds, expected });
      if (n >= 0 || patched.length !== fresh.length)
        found.push({ shown: [h, v, f], written: after[n], patched: patched[n], fresh: fresh[n] });
    }
    return found;
  }, cases);
}

test('2,000 pairs of decks', async () => {
  const { page, problems } = await openPage(browser(), server.url);
  // The function itself, as the dev server gives it to the client.
  const content = `import * as patch from '${server.url}@fs${CLIENT}'; Object.assign(window, patch);`;
  await page.addScriptTag({ type: 'module', content });
  await page.waitForFunction(() => 'patchDeck' in window);
  const seeds = Array.from({ length: 2000 }, (_, seed) => seed);
  for (let start = 0; start < seeds.length; start += 200) {
    const found = await differing(page, seeds.slice(start, start + 200).map(caseOf));
    expect(found[0]).toBeUndefined();
    expect(found.length).toBe(0);
  }
  expect(problems).toEqual([]);
  await page.close();
}, 240_000);
