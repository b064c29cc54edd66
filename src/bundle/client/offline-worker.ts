/** The service worker that makes decks with `offline = true` available offline. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readHtml } from '../../html.ts';
import type { Output, RenderedDeck, SiteConfig } from '../../types.ts';
import { clientFolder } from '../package-folder.ts';

/** The path of the worker. Its scope is the folder that it is in. */
export const OFFLINE_WORKER = 'deck-offline.js';

/** A site as it will be published. */
export interface PublishedSite {
  readonly decks: readonly RenderedDeck[];
  readonly pages: readonly Output[];
  /** The files of the bundle; paths in the output. */
  readonly bundled: readonly string[];
  readonly config: SiteConfig;
  /** Reads any other file by its path in the output. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/**
 * Writes the worker of a site; none if no deck has the option. With `offline = false` alone, the worker removes itself
 * and its cache from browsers that have an earlier one.
 */
export function offlineWorker(site: PublishedSite): readonly Output[] {
  const { decks, pages } = site;
  const offlineDecks = decks.filter(({ params }) => params.offline);
  const isRetired = offlineDecks.length === 0;
  if (isRetired && !decks.some(({ params }) => params.offline === false)) return [];
  const paths = new Set(offlineDecks.map(({ deck }) => deck.outputPath));
  const hash = createHash('sha256');
  const files = new Set<string>(isRetired ? [] : site.bundled);
  for (const file of files) hash.update(`${file}\0`);
  for (const page of pages.filter((page) => paths.has(page.path))) {
    files.add(pageAddress(page.path));
    hash.update(page.text);
    addReferenced(page, site, (file, bytes) => {
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

/** The address of a page: its folder. The root is `./`. */
const pageAddress = (outputPath: string): string =>
  outputPath.replace(/(?:^|(?<=\/))index\.html$/, '') || './';

type AddFile = (file: string, bytes: Uint8Array) => void;

/** An address in a stylesheet. */
const URL_RE = /url\(\s*["']?([^"')]+)/g;

/** An assigned string in a script. */
const QUOTED_RE = /=\s*(?:"([^"]*)"|'([^']*)')/g;

const namedInStyle = (css: string): readonly string[] =>
  [...css.matchAll(URL_RE)].map(([, address = '']) => address);

const namedInScript = (script: string): readonly string[] =>
  [...script.matchAll(QUOTED_RE)].flatMap(([, double, single]) => namesIn(double ?? single ?? ''));

/** Everything in a page that may be an address: values of attributes, and addresses in styles and scripts. */
function namedInPage(html: string): readonly string[] {
  let within: string | undefined;
  return readHtml(html).flatMap((token) => {
    if (token.kind !== 'text') within = token.kind === 'start' ? token.name : undefined;
    if (token.kind === 'start') return Object.entries(token.attributes).flatMap(namedInAttribute);
    if (token.kind !== 'text') return [];
    return [
      ...(within === 'style' ? namedInStyle(token.text) : []),
      ...(within === 'script' ? namedInScript(token.text) : []),
    ];
  });
}

const namedInAttribute = ([name, value]: readonly [string, string]): readonly string[] =>
  name === 'style' ? namedInStyle(value) : namesIn(value);

/** Splits a list of addresses, as in `srcset`. */
const namesIn = (value: string): readonly string[] => value.split(/[\s,]+/);

/** Adds the files that a page refers to, and those that its stylesheets refer to. */
function addReferenced(page: Output, site: PublishedSite, addFile: AddFile): void {
  const known = new Set<string>();
  const addAll = (names: readonly string[], from: string): void => {
    for (const written of names) {
      const file = resolveFile(written, from, site.config);
      const bytes = file === undefined || known.has(file) ? undefined : site.read(file);
      if (file === undefined || !bytes) continue;
      known.add(file);
      addFile(file, bytes);
      if (file.endsWith('.css')) addAll(namedInStyle(new TextDecoder().decode(bytes)), file);
    }
  };
  addAll(namedInPage(page.text), page.path);
}

/** Resolves an address to the path of an output file; `undefined` for addresses outside of the site. */
function resolveFile(written: string, from: string, { baseURL, basePath }: SiteConfig): string | undefined {
  const root = `http://site.invalid${basePath}`;
  const own = baseURL !== '/' && written.startsWith(baseURL) ? root + written.slice(baseURL.length) : written;
  if (!URL.canParse(own, root + from)) return undefined;
  const url = new URL(own, root + from);
  if (!url.href.startsWith(root)) return undefined;
  const file = url.pathname.slice(basePath.length);
  return file === '' || file.endsWith('/') ? undefined : decode(file);
}

/** Decodes a path; `undefined` if a percent sign in it is no escape. */
function decode(file: string): string | undefined {
  try {
    return decodeURIComponent(file);
  } catch {
    return undefined;
  }
}
