/** Opens decks in a browser, without motion and without other hosts, and records what happens in their pages. */
import type { BrowserContext, Page, Request } from 'playwright-core';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { formatLimit, withLimit } from './limits.ts';
import type { OpenBrowser } from './open-browser.ts';
import { type PageSteps, type ShownSlide, type Step, stepsScript } from './page-steps.ts';

/** Something that happened in the page of a deck. */
export type PageEvent = ConsoleEvent | RequestEvent;

/** An error of a script, or an error message in the console. */
export interface ConsoleEvent {
  readonly kind: 'console';
  readonly message: string;
  readonly slide: Step | undefined;
}

/** A request that failed, or that went to another host and was blocked. */
export interface RequestEvent {
  readonly kind: 'request';
  readonly url: string;
  /** `image`, `script`, `stylesheet`, `font`, `document` … */
  readonly type: string;
  readonly isExternal: boolean;
  /** Whether a frame in the page requested its document. */
  readonly isFrame: boolean;
  /** The status of the response, or the error of the network. */
  readonly reason: string;
  readonly slide: Step | undefined;
}

/** A deck in a page of the browser. */
export interface DeckPage {
  readonly page: Page;
  /** The slides in the order of presentation. */
  readonly slides: readonly ShownSlide[];
  /** What has happened so far. */
  readonly events: readonly PageEvent[];
  /**
   * Runs a function in the page for one slide.
   * @throws {DeckError} if it takes longer than the limit for a slide, or if the page crashes
   */
  run<Result, Argument>(
    slide: Step,
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /**
   * Waits for work with the page while it shows a slide.
   * @throws {DeckError} if it takes longer than the limit for a slide, or if the page crashes
   */
  within<Result>(slide: Step, work: Promise<Result>): Promise<Result>;
  /** Shows a step of a slide, and waits until it is ready. */
  show(step: Step): Promise<void>;
  close(): Promise<void>;
}

/** A deck to open. */
export interface DeckAddress {
  readonly url: string;
  /** The name of the deck in messages: `/talk/`. */
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Pixels of the screen for a pixel of the page; 1 by default. */
  readonly scale?: number;
  /** Scripts that run in the page before its own. */
  readonly scripts?: readonly string[];
  /** Further options of reveal.js. */
  readonly revealOptions?: Readonly<Record<string, string>>;
}

/** Options of reveal.js that keep a deck still; they take precedence over those of the deck. */
const STILL = {
  transition: 'none',
  backgroundTransition: 'none',
  autoSlide: 'false',
  autoAnimate: 'false',
  // On narrow screens, decks are pages to scroll or to read.
  scrollActivationWidth: '0',
  phoneView: 'slides',
  fragmentInURL: 'false',
  history: 'false',
  hash: 'false',
};

/**
 * Opens a deck and waits until it is ready.
 * @throws {DeckError} if its page does not arrive, or if it is not ready in time
 */
export async function openDeck(browser: OpenBrowser, address: DeckAddress): Promise<DeckPage> {
  const { limits, whileRunning } = browser;
  const context = await browser.newContext({
    viewport: address.viewport,
    deviceScaleFactor: address.scale ?? 1,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  try {
    const page = await whileRunning(context.newPage());
    const opened = createDeckPage(page, context, { browser, address });
    for (const script of [stepsScript, ...(address.scripts ?? [])])
      await whileRunning(context.addInitScript(script));
    await whileRunning(load(page, address, limits.load));
    await whileRunning(untilReady(page, address, limits.ready));
    const work = page.evaluate(() => {
      stopMotion();
      return deckSteps.list();

      /** Transitions that a slide or an author's stylesheet asks for end at once. */
      function stopMotion(): void {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '*, *::before, *::after { transition: none !important; caret-color: transparent !important; }',
        );
        document.adoptedStyleSheets.push(sheet);
      }
    });
    const slides = await whileRunning(
      withLimit(work, limits.slide, () => notReady(address, 'its page does not respond', limits.slide)),
    );
    return { ...opened, slides };
  } catch (error) {
    await closeContext(context, limits.close);
    throw error;
  }
}

declare const deckSteps: PageSteps;

function notReady({ name }: DeckAddress, reason: string, limit: number): DeckError {
  return new DeckError([
    createDiagnostic({
      code: 'deck-not-ready',
      message: `${name} is not ready after ${formatLimit(limit)}: ${reason}`,
      hint: 'Open the deck in a browser and look for errors in its console: a script that never ends, or a layout without deckwright’s client.',
    }),
  ]);
}

async function load(page: Page, address: DeckAddress, limit: number): Promise<void> {
  const url = `${address.url}?${new URLSearchParams({ ...STILL, ...address.revealOptions }).toString()}`;
  try {
    await page.goto(url, { waitUntil: 'commit', timeout: limit });
  } catch (error) {
    const reason = error instanceof Error && error.name === 'TimeoutError' ? 'its page does not arrive' : '';
    throw reason === '' ? error : notReady(address, reason, limit);
  }
}

async function untilReady(page: Page, address: DeckAddress, limit: number): Promise<void> {
  try {
    await page.waitForSelector('html[data-deck=ready]', { state: 'attached', timeout: limit });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    const state = page.evaluate(() => document.documentElement.dataset['deck'] ?? '');
    const found = await withLimit(state, 1000, () => new Error('no answer')).catch(() => undefined);
    throw notReady(address, REASONS[found ?? 'none'] ?? 'reveal.js has not started', limit);
  }
}

/** What a deck is waiting for, by its signal; `none` if the page does not answer. */
const REASONS: Readonly<Record<string, string>> = {
  none: 'a script of its page does not end',
  started: 'its first slide is still loading fonts, images or diagrams',
};

async function closeContext(context: BrowserContext, limit: number): Promise<void> {
  // A page that hangs is closed with the browser.
  await withLimit(context.close(), limit, () => new Error('the page does not close')).catch(() => undefined);
}

/** What a page belongs to. */
interface Owner {
  readonly browser: OpenBrowser;
  readonly address: DeckAddress;
}

function createDeckPage(
  page: Page,
  context: BrowserContext,
  { browser, address }: Owner,
): Omit<DeckPage, 'slides'> {
  const { limits, whileRunning } = browser;
  const events: PageEvent[] = [];
  let current: Step | undefined;
  recordEvents(page, address.url, (event) => events.push({ ...event, slide: current }));
  let fail: (error: Error) => void;
  const crashed = new Promise<never>((_, reject) => (fail = reject));
  crashed.catch(() => undefined);
  page.on('crash', () => fail(notReady(address, 'its page has crashed', 0)));
  // Windows that scripts of the deck open.
  context.on('page', (other) => void (other !== page && other.close().catch(() => undefined)));
  const within: DeckPage['within'] = (slide, work) => {
    current = slide;
    const late = (): DeckError =>
      notReady(
        address,
        `slide ${slide.h + 1}${slide.v > 0 ? `.${slide.v + 1}` : ''} does not respond`,
        limits.slide,
      );
    return whileRunning(Promise.race([withLimit(work, limits.slide, late), crashed]));
  };
  const run: DeckPage['run'] = (slide, work, argument) => {
    current = slide;
    return within(slide, page.evaluate(work as (argument: unknown) => unknown, argument)) as Promise<never>;
  };
  return {
    page,
    events,
    run,
    within,
    show: (step) => run(step, (argument) => deckSteps.show(argument), step),
    close: () => closeContext(context, limits.close),
  };
}

/** The message of browsers about a request that failed, which is reported as a request. */
const REQUEST_MESSAGE_RE = /^Failed to load resource|net::ERR_/;

type NewEvent = Omit<ConsoleEvent, 'slide'> | Omit<RequestEvent, 'slide'>;

function recordEvents(page: Page, url: string, record: (event: NewEvent) => void): void {
  const { origin } = new URL(url);
  const recordRequest = (request: Request, reason: string): void => {
    let first = request;
    for (let before = request.redirectedFrom(); before; before = before.redirectedFrom()) first = before;
    // The address that the page asked for, and not the one that it was sent to.
    const target = first.url();
    if (!/^https?:/.test(target)) return;
    const isFrame = request.isNavigationRequest() && request.frame() !== page.mainFrame();
    // Requests of a frame's own page are not those of the deck.
    if (!isFrame && request.frame() !== page.mainFrame()) return;
    const isExternal = new URL(target).origin !== origin;
    record({ kind: 'request', url: target, type: request.resourceType(), isExternal, isFrame, reason });
  };
  page.on('pageerror', (error) => record({ kind: 'console', message: error.message }));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REQUEST_MESSAGE_RE.test(message.text()))
      record({ kind: 'console', message: message.text() });
  });
  page.on('response', (response) => {
    if (response.status() >= 400) recordRequest(response.request(), `status ${response.status()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    // A request that the page itself has cancelled, such as that of a video.
    if (reason !== 'net::ERR_ABORTED') recordRequest(request, reason);
  });
}
