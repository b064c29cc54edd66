/** Waits that have an end and a reason: nothing waits for a fixed time. */
import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';

/** On a busy machine, too. In milliseconds. */
const PATIENCE = 20_000;

/** Waits for a condition; `what` is said where it does not come true. For hooks: specs have `expect.poll`. */
export async function waitUntil(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  try {
    await vi.waitUntil(isTrue, { timeout: PATIENCE, interval: 20 });
  } catch (error) {
    throw new Error(`${PATIENCE / 1000} seconds have not been enough for ${what}`, { cause: error });
  }
}

/** Lets a page draw some frames: a change of its layout is measured after the second. */
export function nextFrames(page: Page, count = 2): Promise<void> {
  return page.evaluate(async (frames) => {
    for (let n = 0; n < frames; n++) await new Promise(requestAnimationFrame);
  }, count);
}

/** Waits until nothing on a page is on its way: fonts, pictures that were asked for, transitions, the next frames. */
export async function atRest(page: Page): Promise<void> {
  // Fonts are requested when text is laid out: before that, none is on its way, and all seem to be there.
  await nextFrames(page, 3);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy') &&
      document
        .getAnimations()
        .every((animation) => !(animation instanceof CSSTransition) || animation.playState !== 'running'),
    undefined,
    { timeout: PATIENCE },
  );
  await nextFrames(page, 3);
}

/** Counts the timers of all pages that are opened from now on, for `timersOf`. */
export async function countTimers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const running = new Set<unknown>();
    const [start, stop] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
    const counted = (react: () => void, delay?: number): number => {
      const timer = start(() => {
        react();
        running.delete(timer);
      }, delay);
      running.add(timer);
      return timer;
    };
    Object.assign(window, {
      runningTimers: running,
      setTimeout: counted,
      clearTimeout(timer?: number) {
        running.delete(timer);
        stop(timer);
      },
    });
  });
}

/** Waits until no timer of a page is left, so that it will not do later what it has not done yet. */
export async function noTimerLeft(page: Page): Promise<void> {
  await page.waitForFunction(
    () => (Reflect.get(window, 'runningTimers') as ReadonlySet<unknown>).size === 0,
    undefined,
    { timeout: PATIENCE },
  );
  // What the last one has sent to other windows arrives, and their answers.
  await nextFrames(page, 3);
}
