/** Builds a site without writing anything, and takes down what happens: no mistake stops it. */
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import type { SitePipeline, Site } from '../pipeline.ts';
import type { Page, ReadyDeck, RenderedDeck } from '../types.ts';

/** A site that was built as far as it can be. */
export interface AttendedSite {
  readonly site: Site;
  readonly decks: readonly ReadyDeck[];
  /** Pages that are no decks and were written, with the paths of all outputs that are no decks. */
  readonly written: readonly Page[];
  readonly leftAlone: readonly Page[];
  /** What something fails in, by files or by names. */
  readonly leftOut: readonly string[];
  /** The decks without a mistake of their own. */
  readonly sound: readonly ReadyDeck[];
  readonly paths: ReadonlySet<string>;
  /** Each told once, though a page may stand in two decks. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a rendered deck ready to be published. */
export type CompleteDeck = (deck: RenderedDeck) => ReadyDeck;

/** Goes through all that a build does before it writes. */
export function attendSite(pipeline: SitePipeline, complete: CompleteDeck): AttendedSite {
  const site = pipeline.decks();
  const decks = site.decks.map((deck) => complete(pipeline.render(deck)));
  const { pages, diagnostics, sound } = pipeline.dryRun(decks);
  const { outputs, leftAlone } = pages;
  const leftOut = [...new Set([...site.leftOut, ...pages.leftOut])];
  const paths = new Set(outputs.map(({ path }) => path));
  // A page that stands for a folder without one has no file.
  const isWritten = ({ outputPath, source }: Page): boolean => source.path !== '' && paths.has(outputPath);
  const found = [...site.diagnostics, ...decks.flatMap((deck) => deck.diagnostics), ...diagnostics];
  return {
    site,
    decks,
    written: site.otherPages.filter((page) => isWritten(page) && !leftAlone.includes(page)),
    leftAlone,
    leftOut,
    sound,
    paths,
    diagnostics: [...new Map(found.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()],
  };
}
