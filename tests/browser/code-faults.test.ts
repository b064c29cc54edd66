/** Code as it is seen: in step with fragments, scrolled to what is marked, on its way from slide to slide. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

const browser = useBrowser();
const [, build] = modes;

/** Serves the site of a fault as it is published. */
const useFault = (name: string): (() => string) =>
  useSite(temporaryFolder(path.join(import.meta.dirname, '..', 'faults', name, 'site')));

function useSite(folder: string): () => string {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await build?.[1](folder);
  });
  afterAll(async () => server?.close());
  return () => server?.url ?? '';
}

/** The lines that stand out and can be seen of the code of a slide. */
const seenMarks = (page: Pick<Page, 'evaluate'>, slide: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const code = document.querySelector<HTMLElement>(`${selector} code`);
    const room = code?.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>(`${selector} .highlight-line`)]
      .filter((line) => {
        const { top, bottom } = line.getBoundingClientRect();
        return room && top >= room.top - 1 && bottom <= room.bottom + 1;
      })
      .map((line) => line.textContent.trim());
  }, slide);

describe('code in HTML', () => {
  const url = useFault('raw-code-steps');

  test('steps, with its numbers', async () => {
    const { page, problems } = await openPage(browser(), `${url()}#/code`);
    expect(await seenMarks(page, '#code')).toEqual(['let first = 1;']);
    const number = await page
      .locator('.hljs-ln-numbers')
      .nth(1)
      .evaluate((line) => getComputedStyle(line, '::before').content);
    expect(number).toContain('counter(code-line)');
    await page.keyboard.press('Space');
    await expect
      .poll(() => seenMarks(page, '#code'))
      .toEqual(['let second = 2;', 'let sum = first + second;']);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('code in step with words', () => {
  const url = useFault('code-steps-with-fragments');

  test('there are two steps, each with its words', async () => {
    const { page } = await openPage(browser(), url());
    const shown = (): Promise<string[]> => page.locator('#step span.fragment.visible').allTextContents();
    await page.keyboard.press('Space');
    await expect.poll(() => seenMarks(page, '#step')).toEqual(['let b = 2;']);
    expect((await shown()).filter(Boolean)).toEqual(['about line two']);
    await page.keyboard.press('Space');
    await expect.poll(() => seenMarks(page, '#step')).toEqual(['let c = 3;']);
    expect((await shown()).filter(Boolean)).toEqual(['about line two', 'about line three']);
    expect(await page.evaluate(() => window.Reveal.availableFragments().next)).toBe(false);
    await page.close();
  });
});

describe('a mark far down', () => {
  const url = useFault('mark-out-of-view');
  const last = ['step_35 = 35'];

  test.each(['', '#/long'])('is in sight when its slide is shown: %s', async (hash) => {
    const { page } = await openPage(browser(), url() + hash);
    if (!hash) await page.keyboard.press('Space');
    await expect.poll(() => seenMarks(page, '#long')).toEqual(last);
    await page.close();
  });

  test('is in sight again when a reader comes back', async () => {
    const { page } = await openPage(browser(), `${url()}#/steps`);
    await page.keyboard.press('Space');
    await expect.poll(() => seenMarks(page, '#steps')).toEqual(last);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => seenMarks(page, '#long')).toEqual(last);
    await page.keyboard.press('ArrowRight');
    await page.evaluate(() => window.Reveal.slide(0));
    await page.evaluate(() => window.Reveal.slide(1));
    await expect.poll(() => seenMarks(page, '#long')).toEqual(last);
    await page.close();
  });

  test('is in sight in the overview', async () => {
    const { page } = await openPage(browser(), url());
    await page.keyboard.press('Escape');
    await expect.poll(() => seenMarks(page, '#long')).toEqual(last);
    await page.close();
  });

  test('is in sight in the previews of the speaker view', async () => {
    const { page } = await openPage(browser(), `${url()}#/long`);
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    const preview = async (): Promise<string[]> => {
      const frame = popup.frames().find((one) => one !== popup.mainFrame());
      return frame ? seenMarks(frame, '#long') : [];
    };
    await expect.poll(preview).toEqual(last);
    await popup.close();
    await page.close();
  });

  test('is in sight on paper, on the page of its step', async () => {
    const { page } = await openPage(browser(), `${url()}?print-pdf`);
    await page.waitForSelector('html[data-deck-pages=ready]');
    const pages = await page.locator('.pdf-page').count();
    expect(pages).toBe(4);
    const seen: string[][] = [];
    for (let n = 1; n < pages; n++) seen.push(await seenMarks(page, `.pdf-page:nth-of-type(${n + 1})`));
    expect(seen).toEqual([last, ['step_2 = 2'], last]);
    await page.close();
  });
});

const MOVING = `
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
{{< slide id="before" auto-animate="" >}}

<pre data-id="x"><code class="nohighlight" data-trim data-line-numbers>
  let a = 1;
  let b = 2;
</code></pre>

---

{{< slide id="after" auto-animate="" >}}

<pre data-id="x"><code class="nohighlight" data-trim data-line-numbers>
  let a = 1;
  let z = 9;
  let b = 2;
</code></pre>
`;

describe.each([
  ['in fences', useFault('auto-animate-code')],
  ['in HTML, without colours', useSite(writeSite(MOVING))],
])('code from slide to slide, %s', (_, url) => {
  test('each line moves to its new place, and the new one fades in', async () => {
    const { page, problems } = await openPage(browser(), url());
    await page.keyboard.press('ArrowRight');
    const targets = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#after .code-line')].map((line) => {
        const moved = line.querySelector<HTMLElement>('[data-auto-animate-target]');
        const own = line.dataset['autoAnimateTarget'];
        return `${line.textContent.trim()} ${moved ? 'moves' : (own ?? 'jumps')}`;
      }),
    );
    expect(targets).toEqual(['let a = 1; moves', 'let z = 9; unmatched', 'let b = 2; moves']);
    const colours = await page.evaluate(() => {
      const code = document.querySelector('#after code');
      const around = code?.querySelector('.code-moving');
      return [code, around].map((element) => element && getComputedStyle(element).color);
    });
    expect(colours[1]).toBe(colours[0]);
    expect(problems).toEqual([]);
    await page.close();
  });
});

const NUMBERED = `
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
{{< slide id="hidden" >}}

<style>
#hidden .hljs-ln-numbers { display: none; }
#boxed .hljs-ln-numbers { display: block; color: rgb(1, 2, 3); }
</style>

\`\`\`js{2}
let a = 1;

\tlet b = 2;
\`\`\`

---

{{< slide id="boxed" >}}

\`\`\`js{8|9}
let a = 1;

\tlet b = 2;
4
5
6
7
8
9
10
\`\`\`
`;

describe('the rules of an author for numbers of reveal.js', () => {
  const url = useSite(writeSite(NUMBERED));

  test('hide them, with their room', async () => {
    const { page } = await openPage(browser(), `${url()}#/hidden`);
    const left = await page.locator('#hidden .hljs-ln-code').first().evaluate(leftInCode);
    expect(left).toBe(0);
    await page.close();
  });

  test('may give them a box and a colour: they stay beside their lines', async () => {
    const { page } = await openPage(browser(), `${url()}#/boxed`);
    const number = page.locator('#boxed .hljs-ln-numbers').first();
    expect(await number.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(1, 2, 3)');
    const lines = page.locator('#boxed .hljs-ln-code');
    expect(await lines.first().evaluate(leftInCode)).toBe(await lines.last().evaluate(leftInCode));
    expect(await lines.first().evaluate(leftInCode)).toBeGreaterThan(20);
    const tops = await page
      .locator('#boxed .code-line')
      .first()
      .evaluate((line) => [...line.children].map((part) => part.getBoundingClientRect().top));
    expect(tops[0]).toBe(tops[1]);
    await page.close();
  });

  test('and what is copied has neither numbers nor lines more', async () => {
    const { page } = await openPage(browser(), `${url()}#/boxed`);
    const copied = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('#boxed code') as Element);
      return getSelection()?.toString();
    });
    expect(copied?.trim()).toBe('let a = 1;\n\n\tlet b = 2;\n4\n5\n6\n7\n8\n9\n10');
    await page.close();
  });
});

/** How far an element begins behind the inner edge of its code, in the units of the slide. */
function leftInCode(element: Element): number {
  const code = element.closest('code') as HTMLElement;
  const inner = code.getBoundingClientRect().left + parseFloat(getComputedStyle(code).paddingLeft);
  return Math.abs(Math.round(element.getBoundingClientRect().left - inner));
}
