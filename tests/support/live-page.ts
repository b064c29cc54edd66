/** A dev server, and a page of it that watches itself being changed. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type RunningServer, serve } from '../../src/index.ts';
import { openPage, useBrowser, type WatchedPage } from './browser.ts';
import { parseSite } from './site.ts';
import { waitUntil } from './wait.ts';
import { writeSite, writeSiteFile } from './write-site.ts';

type ServeOptions = NonNullable<Parameters<typeof serve>[0]>;

/** What the specs of one file work with; before each of them the site is as it was written first. */
export interface LiveBrowser {
  readonly folder: string;
  readonly page: Page;
  readonly watched: WatchedPage;
  readonly server: RunningServer;
  readonly write: (file: string, text: string) => void;
  readonly remove: (file: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** The headings of all slides. */
  readonly headings: () => Promise<string[]>;
  /** The heading of the slide that is shown. */
  readonly current: () => Promise<string | undefined>;
  readonly goTo: (h: number, v?: number, f?: number) => Promise<void>;
  /** Whether it has not been loaded again since the spec began. */
  readonly isSamePage: () => Promise<boolean>;
}

/** Serves a site, and opens its root deck before each spec. */
export function useLiveBrowser(text: string, options: ServeOptions = {}): LiveBrowser {
  const folder = writeSite(text);
  const files = parseSite(text);
  const addresses = Object.keys(files).flatMap((file) => /^content\/(.*?)_?index\.md$/.exec(file)?.[1] ?? []);
  const at = (file: string): string => path.join(folder, file);
  const browser = useBrowser();
  let server: RunningServer;
  let watched: WatchedPage;
  /** The pages of the decks that are there, by their addresses. */
  const fetchDecks = async (): Promise<Readonly<Record<string, string>>> => {
    const answers = await Promise.all(addresses.map(async (address) => fetch(server.url + address)));
    const pages = answers.map(async (answer, n) =>
      answer.ok ? [[addresses[n] ?? '', await answer.text()]] : [],
    );
    return Object.fromEntries((await Promise.all(pages)).flat()) as Record<string, string>;
  };
  let atFirst: Readonly<Record<string, string>>;
  beforeAll(async () => {
    server = await serve({ source: folder, port: 0, quiet: true, ...options });
    atFirst = await fetchDecks();
  });
  afterAll(async () => server?.close());
  beforeEach(async () => {
    watched = await openPage(browser(), server.url);
    await watched.page.evaluate(() => Object.assign(window, { marker: true }));
  });
  afterEach(async () => {
    await watched.page.context().close();
    for (const [file, content] of Object.entries(files))
      if (textOf(at(file)) !== content) writeSiteFile(folder, file, content);
    // What the watcher has not reported yet would change the page of the next spec.
    await waitUntil('the decks to be as they were written first', async () =>
      isDeepStrictEqual(await fetchDecks(), atFirst),
    );
  });
  return {
    folder,
    get page() {
      return watched.page;
    },
    get watched() {
      return watched;
    },
    get server() {
      return server;
    },
    write: (file, content) => writeSiteFile(folder, file, content),
    remove: (file) => rmSync(at(file), { recursive: true }),
    rename(from, to) {
      mkdirSync(path.dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    headings: () => watched.page.locator('.slides :is(h1, h2)').allTextContents(),
    current: () =>
      watched.page.evaluate(
        () => window.Reveal.getCurrentSlide().querySelector('h1, h2')?.textContent ?? undefined,
      ),
    goTo: (h, v = 0, f) =>
      watched.page.evaluate((place) => window.Reveal.slide(...place), [h, v, f] as [number, number, number?]),
    isSamePage: () => watched.page.evaluate(() => 'marker' in window),
  };
}

const textOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;
