/** What all exports have in common: builds the site, opens it in a browser, and ends both whatever happens. */
import { findBrowser } from '../browser/find-browser.ts';
import { requirePackages } from '../browser/load-packages.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { makeSite } from '../bundle/make-site.ts';
import { openAtRoot, type OpenSite, openSite } from '../bundle/open-site.ts';
import type { OptionalPackage } from '../bundle/package-folder.ts';
import { deckName } from '../deck-name.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { describeDeck } from '../measured/checked-deck.ts';
import { serveBuilt } from '../serve/built-server.ts';
import type { RenderedDeck } from '../types.ts';
import { chooseDecks, fileNameOf } from './choose-decks.ts';
import type { ExportDeck, ExportOptions, ExportResult, ExportRun, WrittenFile } from './types.ts';

/** What an export needs. */
export interface ExportNeeds {
  /** The command, for messages: `deckwright export pdf`. */
  readonly command: string;
  readonly packages: readonly OptionalPackage[];
}

/** What was made of the decks of an export. */
export interface Exported {
  readonly files: readonly WrittenFile[];
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** How many slides were exported. */
  readonly slides: number;
}

/**
 * Opens the decks that are asked for, runs an export and closes everything.
 * @throws {DeckError} if the site has errors, if a deck or package is missing, and if there is no browser or it stops
 */
export async function exportDecks(
  options: ExportOptions,
  { command, packages }: ExportNeeds,
  work: (run: ExportRun) => Promise<Exported>,
): Promise<ExportResult> {
  const startedAt = performance.now();
  const step = options.onStep ?? (() => undefined);
  step('reading the site');
  const open = openAtRoot(options);
  const wanted = chooseDecks(open, options);
  // What is missing is reported before the long work.
  requirePackages(packages, open.root, command);
  const executable = findBrowser();
  step('building');
  const built = await makeSite(open, { needed: wanted });
  const origin = findOrigin(options);
  const decks = built.decks
    .filter(({ rendered }) => wanted.includes(rendered.deck))
    .map(({ rendered }) => toExportDeck(rendered, open, origin));
  step('starting the browser');
  const { root } = open;
  const browser = await openBrowser({
    root,
    executable,
    // A deck may show what other hosts have.
    isOnline: true,
    ...(options.limits && { limits: options.limits }),
  });
  try {
    const server = await serveBuilt(open, built);
    try {
      const site = { open, url: server.url, siteWarnings: built.warnings };
      const made = await work({ ...site, browser, decks, options, step });
      return {
        ...made,
        warnings: [...built.warnings, ...made.warnings],
        decks: decks.length,
        milliseconds: performance.now() - startedAt,
      };
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}

/** Where the site is published: its base URL, if that has a host. The site is built without it. */
export function findOrigin(options: ExportOptions): string | undefined {
  const { baseURL } = openSite(options).site.config;
  return URL.canParse(baseURL) ? baseURL : undefined;
}

/** The size of slides without `width` and `height`, as in reveal.js. */
const DEFAULT_SIZE = { width: 960, height: 700 };

function toExportDeck(rendered: RenderedDeck, open: OpenSite, origin: string | undefined): ExportDeck {
  const name = deckName(rendered.deck);
  const address = name.slice(1);
  const { width, height } = rendered.params.options;
  const isSized = [width, height].every((one) => Number(one) > 0);
  return {
    name,
    address,
    fileName: fileNameOf(rendered.deck),
    publicUrl: origin === undefined ? undefined : new URL(address, origin).href,
    rendered,
    sources: describeDeck(rendered, open),
    size: isSized ? { width: Number(width), height: Number(height) } : DEFAULT_SIZE,
  };
}
