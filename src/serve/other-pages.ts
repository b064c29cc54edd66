/** Answers requests for pages that are not decks: those of the site, the deck list, and the 404 page. */
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { PublishedPages } from '../pipeline.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import { findMoved, missingPage } from './missing-page.ts';
import { decksPage, livePage, type SiteReport } from './pages.ts';
import { contentType } from './send-file.ts';
import { redirect, send } from './send-text.ts';

/** What these pages need. */
export interface OtherPagesContext {
  readonly open: Pick<OpenSite, 'pipeline' | 'files'>;
  /** The base path of the server. */
  readonly base: string;
  /** Renders all pages that are not decks. */
  readonly publish: () => PublishedPages;
  readonly report: () => SiteReport;
}

const NO_PAGES = { outputs: [], hasBuiltInList: false, hasOwnNotFound: false } as const;

/** The paths of the deck list. */
const LIST_PATHS = ['', 'index.html'];

/** Serves a page that is not a deck, the deck list, or the 404 page. */
export function answerOther(
  requestPath: string,
  response: ServerResponse,
  { open, base, publish, report }: OtherPagesContext,
): void {
  // Every request renders all of these pages: they are few, and opened less often than decks. No deck is rendered,
  // unless a layout of the author lists the decks.
  const isPage = !path.extname(requestPath) || /\.(?:html|xml|txt)$/.test(requestPath);
  const { outputs, hasBuiltInList, hasOwnNotFound } = isPage ? publish() : NO_PAGES;
  const paths = [requestPath, `${requestPath}index.html`, `${requestPath}/index.html`] as const;
  const site = open.pipeline.decks();
  const isFolder = outputs.some(({ path }) => path === paths[2]) || site.staticSources.has(paths[2]);
  const page = outputs.find((output) => output.path === paths[0] || output.path === paths[1]);
  const moved = findMoved(site, paths);
  if (hasBuiltInList && LIST_PATHS.includes(requestPath)) send(response, 200, decksPage(report()));
  else if (page && /\.(?:xml|txt)$/.test(page.path)) send(response, 200, page.text, contentType(page.path));
  else if (page) send(response, 200, livePage(page.text, report()));
  else if (moved) redirect(response, base + moved.head.address);
  else if (isFolder) redirect(response, `${base}${requestPath}/`);
  else {
    const own = { outputs: hasOwnNotFound ? outputs : [], files: open.files };
    send(response, 404, missingPage(requestPath, report(), own));
  }
}
