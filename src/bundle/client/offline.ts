/** The worker that keeps decks for readers without a network, where `offline = true` asks for it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Output, RenderedDeck, SiteConfig } from '../../types.ts';
import { clientFolder } from '../package-folder.ts';

/** Where the worker is written: it sees what is below its own folder. */
export const OFFLINE_WORKER = 'deck-offline.js';

/** A site as it will be published. */
export interface PublishedSite {
  readonly decks: readonly RenderedDeck[];
  readonly pages: readonly Output[];
  /** The files of the bundle, by their paths in the output. */
  readonly bundled: readonly string[];
  readonly config: SiteConfig;
  /** Any other file, by its path in the output. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/**
 * The worker of a site; none where no deck has said anything. `offline = false` makes one that takes its forerunner
 * out of the browsers that have it.
 */
export function offlineWorker(site: PublishedSite): readonly Output[] {
  const { decks, pages } = site;
  const kept = decks.filter(({ params }) => params.offline);
  const isRetired = kept.length === 0;
  if (isRetired && !decks.some(({ params }) => params.offline === false)) return [];
  const paths = new Set(kept.map(({ deck }) => deck.outputPath));
  const hash = createHash('sha256');
  const files = new Set<string>(isRetired ? [] : site.bundled);
  for (const file of files) hash.update(`${file}\0`);
  for (const page of pages.filter((page) => paths.has(page.path))) {
    files.add(addressOf(page.path));
    hash.update(page.text);
    keepNamed(page, site, (file, bytes) => {
      files.add(file);
      hash.update(bytes);
    });
  }
  const head = [
    `const VERSION = ${JSON.stringify(hash.digest('hex').slice(0, 16))};`,
    `const FILES = ${JSON.stringify([...files].map(encodeURI))};`,
    `const RETIRED = ${isRetired};`,
  ];
  const text = [...head, readFileSync(path.join(clientFolder(), 'offline-worker.js'), 'utf8')].join('\n');
  return [{ path: OFFLINE_WORKER, text }];
}

/** Readers have a page under the address of its folder. The root itself is `./` from there. */
const addressOf = (outputPath: string): string => outputPath.replace(/(?:^|(?<=\/))index\.html$/, '') || './';

type Keep = (file: string, bytes: Uint8Array) => void;

/** What stands in quotes of an attribute, or in a stylesheet's `url()`; of a list in `srcset`, each one. */
const ADDRESS_RE = /=\s*"([^"]*)"|=\s*'([^']*)'|url\(\s*["']?([^"')]+)/g;

/** Keeps the files that a page names, and those that its stylesheets name. */
function keepNamed(page: Output, site: PublishedSite, keep: Keep, known: Set<string> = new Set()): void {
  for (const [, double, single, inStyle] of page.text.matchAll(ADDRESS_RE)) {
    for (const written of (double ?? single ?? inStyle ?? '').split(/[\s,]+/)) {
      const file = fileOf(written, page.path, site.config);
      const bytes = file === undefined || known.has(file) ? undefined : site.read(file);
      if (file === undefined || !bytes) continue;
      known.add(file);
      keep(file, bytes);
      if (file.endsWith('.css'))
        keepNamed({ path: file, text: new TextDecoder().decode(bytes) }, site, keep, known);
    }
  }
}

/** The file behind an address, by its path in the output; `undefined` for what is elsewhere. */
function fileOf(written: string, from: string, { baseURL, basePath }: SiteConfig): string | undefined {
  const address = written.replaceAll('&amp;', '&');
  const root = `http://site.invalid${basePath}`;
  const own = baseURL !== '/' && address.startsWith(baseURL) ? root + address.slice(baseURL.length) : address;
  if (!URL.canParse(own, root + from)) return undefined;
  const url = new URL(own, root + from);
  if (!url.href.startsWith(root)) return undefined;
  const file = url.pathname.slice(basePath.length);
  return file === '' || file.endsWith('/') ? undefined : decode(file);
}

/** An address with a percent sign that means nothing names no file. */
function decode(file: string): string | undefined {
  try {
    return decodeURIComponent(file);
  } catch {
    return undefined;
  }
}
