/** A browser for the specs of one file, and the pages that they open. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** The browser, connected to while the tests of this file run; what the file leaves open is closed then. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser is there only while tests run');
    return browser;
  };
}

/** What a page said while it was open. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of scripts, messages of the console that are errors, answers of 400 and above. */
  readonly problems: string[];
  /** Requests to other hosts. */
  readonly externalRequests: string[];
}

/** Opens a deck and notes all that goes wrong in it. */
export async function openPage(
  browser: Browser,
  url: string,
  size = { width: 1280, height: 720 },
): Promise<WatchedPage> {
  const watched = await watchPage(browser, { viewport: size });
  await watched.page.goto(url);
  await ready(watched.page);
  return watched;
}

/** A new page, in which all that goes wrong is noted. */
export async function watchPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, ...options });
  const problems: string[] = [];
  const externalRequests: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on(
    'response',
    (response) => response.status() >= 400 && problems.push(`${response.status()} ${response.url()}`),
  );
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && !['localhost', '127.0.0.1'].includes(hostname))
      externalRequests.push(request.url());
  });
  return { page, problems, externalRequests };
}

/** Waits until reveal.js has taken the deck over, and all that the deck needs is set up. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-deck=ready]');
}
