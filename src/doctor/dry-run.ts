/** Builds a site without writing files and collects the results; errors do not stop it. */
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import type { SitePipeline, Site } from '../pipeline.ts';
import type { Page, ReadyDeck, RenderedDeck } from '../types.ts';

/** The results of a dry run. */
export interface DryRun {
  readonly site: Site;
  readonly decks: readonly ReadyDeck[];
  /** Pages other than decks that a build would write. */
  readonly written: readonly Page[];
  readonly leftAlone: readonly Page[];
  /** Pages that fail, by file or name. */
  readonly leftOut: readonly string[];
  /** Decks without errors of their own. */
  readonly valid: readonly ReadyDeck[];
  /** Paths of all outputs that do not belong to a deck. */
  readonly paths: ReadonlySet<string>;
  /** All diagnostics, without duplicates: a page can be part of two decks. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a rendered deck ready to be published. */
export type CompleteDeck = (deck: RenderedDeck) => ReadyDeck;

/** Runs all steps of a build before writing. */
export function dryRun(pipeline: SitePipeline, complete: CompleteDeck): DryRun {
  const site = pipeline.decks();
  const decks = site.decks.map((deck) => complete(pipeline.render(deck)));
  const { pages, diagnostics, sound: valid } = pipeline.dryRun(decks);
  const { outputs, leftAlone } = pages;
  const leftOut = [...new Set([...site.leftOut, ...pages.leftOut])];
  const paths = new Set(outputs.map(({ path }) => path));
  // A generated page has no file.
  const isWritten = ({ outputPath, source }: Page): boolean => source.path !== '' && paths.has(outputPath);
  const found = [...site.diagnostics, ...decks.flatMap((deck) => deck.diagnostics), ...diagnostics];
  return {
    site,
    decks,
    written: site.otherPages.filter((page) => isWritten(page) && !leftAlone.includes(page)),
    leftAlone,
    leftOut,
    valid,
    paths,
    diagnostics: [...new Map(found.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic])).values()],
  };
}
