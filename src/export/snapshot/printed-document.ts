/** Opens a document that is made of snapshots, and prints it. It runs no script. */
import type { Page } from 'playwright-core';
import { formatLimit, withLimit } from '../../browser/limits.ts';
import { type PageSteps, stepsScript } from '../../browser/page-steps.ts';
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import { escapeHtml } from '../../escape-html.ts';
import type { ExportDeck, ExportRun, Size } from '../types.ts';
import type { Snapshot } from './take-snapshot.ts';

/** A document to print. */
export interface PrintedDocument {
  readonly title: string;
  /** Any of the snapshots: all are of one deck. */
  readonly snapshots: readonly Snapshot[];
  /** The language, for a document without snapshots. */
  readonly language: string;
  /** Rules after those of the deck. */
  readonly css: string;
  readonly body: string;
  /** The size of the window. */
  readonly size: Size;
  /** How many pages are expected, for the limit of time. */
  readonly pages: number;
}

/** Writes a document that has the styles of the deck around its body. */
export function writeDocument({ title, snapshots, language, css, body }: PrintedDocument): string {
  const attributes = new Map([['lang', language], ...(snapshots.at(-1)?.root ?? [])]);
  const written = [...attributes].map(([name, value]) => `${name}="${escapeHtml(value)}"`).join(' ');
  // Several pages have the same styles, and those that come late are in some only.
  const head = [...new Set(snapshots.flatMap((snapshot) => snapshot.head))].join('\n');
  return `<!doctype html>
<html ${written}>
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
${head}
<style>
html, body { margin: 0 !important; padding: 0 !important; width: auto !important; height: auto !important;
  min-height: 0 !important; overflow: visible !important; background: none !important; position: static !important; }
${css}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Milliseconds for each page of a document, in addition to the limit for a slide. */
const PAGE_LIMIT = 2000;

/**
 * Opens a document at the address of its deck, waits for its pictures and fonts, and works with it.
 * @throws {DeckError} if it takes too long
 */
export async function withDocument<T>(
  { browser, url }: ExportRun,
  deck: ExportDeck,
  printed: PrintedDocument,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const { limits, whileRunning } = browser;
  const address = url + deck.address;
  const context = await browser.newContext({ viewport: printed.size, serviceWorkers: 'block' });
  const limit = limits.slide + printed.pages * PAGE_LIMIT;
  try {
    const page = await whileRunning(context.newPage());
    const html = writeDocument(printed);
    await whileRunning(
      page.route(
        (requested) => requested.href === address,
        (route) =>
          route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': "script-src 'none'" },
            body: html,
          }),
      ),
    );
    const late = (): DeckError => notPrinted(deck, limit);
    const all = async (): Promise<T> => {
      await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
      await page.goto(address, { waitUntil: 'domcontentloaded', timeout: limit });
      await page.evaluate(stepsScript);
      await page.evaluate(prepareDocument, limits.ready);
      return work(page);
    };
    return await whileRunning(withLimit(all(), limit, late));
  } finally {
    await withLimit(context.close(), limits.close, () => new Error('the page does not close')).catch(
      () => undefined,
    );
  }
}

const notPrinted = ({ name }: ExportDeck, limit: number): DeckError =>
  new DeckError([
    createDiagnostic({
      code: 'deck-not-ready',
      message: `${name} could not be printed in ${formatLimit(limit)}`,
      hint: 'Look for pictures of many megabytes and for shadows and filters on large areas, or export parts of the deck with --range.',
    }),
  ]);

declare const deckSteps: PageSteps;

/** Waits for pictures, also those of styles, and for fonts, ends animations, and removes links that lead nowhere. Runs in the page. */
async function prepareDocument(limit: number): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, limit));
  const untilLoaded = (element: Element): Promise<unknown> =>
    new Promise((resolve) => {
      for (const event of ['load', 'error']) element.addEventListener(event, resolve, { once: true });
    });
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  const waits = [
    ...sheets.filter(({ sheet }) => !sheet),
    ...[...document.images].filter(({ complete, src }) => !complete && src !== ''),
  ];
  await Promise.race([Promise.all(waits.map(untilLoaded)), late]);
  const ofStyles = deckSteps
    .styleImages([...document.querySelectorAll('*')])
    .filter(({ complete }) => !complete);
  await Promise.race([Promise.all(ofStyles.map(untilLoaded)), late]);
  // Text that gets a font may need a further one for some of its letters.
  const untilFonts = async (): Promise<void> => {
    do {
      document.body.getBoundingClientRect();
      await document.fonts.ready;
    } while (document.fonts.status === 'loading');
  };
  await Promise.race([untilFonts(), late]);
  for (const element of document.querySelectorAll('[data-deck-scroll]')) {
    const [left = 0, top = 0] = (element.getAttribute('data-deck-scroll') ?? '').split(' ').map(Number);
    element.scrollTo({ left, top, behavior: 'instant' });
  }
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
    else animation.finish();
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = link.getAttribute('href')?.slice(1) ?? '';
    if (!document.getElementById(id)) link.removeAttribute('href');
  }
}
