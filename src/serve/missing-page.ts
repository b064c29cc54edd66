/** The dev server's response to a request for a missing page. */
import type { Files } from '../files.ts';
import type { Site } from '../pipeline.ts';
import type { Deck, Output } from '../types.ts';
import { livePage, notFoundPage, type SiteReport } from './pages.ts';
import { notFoundPaths } from './preview-plugin.ts';

/** Where a 404 page of the author may be: in the outputs of templates, or in the static files. */
interface AuthorPages {
  readonly outputs: readonly Output[];
  readonly files: Files;
}

/** Selects the author's 404 page, or ours if a draft or an error may be why the page is missing. */
export function missingPage(
  requestPath: string,
  report: SiteReport,
  { outputs, files }: AuthorPages,
): string {
  const { hiddenDecks, staticSources } = report.site;
  const candidates = [requestPath, `${requestPath}index.html`, `${requestPath}/index.html`];
  const isHidden = hiddenDecks.some(({ page }) => candidates.includes(page.outputPath));
  if (isHidden || report.problems.length > 0) return notFoundPage(report);
  const [own] = notFoundPaths(requestPath).flatMap((path) => {
    const source = staticSources.get(path);
    const text = source === undefined ? undefined : files.read(source);
    return text ?? outputs.find((output) => output.path === path)?.text ?? [];
  });
  return own === undefined ? notFoundPage(report) : livePage(own, report);
}

/** Finds the deck that has one of these output paths as an alias. */
export const findMoved = ({ decks }: Site, paths: readonly string[]): Deck | undefined =>
  decks.find(({ head }) => head.aliases.some((alias) => paths.includes(alias)));
