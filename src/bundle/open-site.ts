/** A site opened from disk, with the folders that it is read from and written to. */
import path from 'node:path';
import { createDiagnostic, DeckError, type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import { diskFiles, isWithin } from '../files.ts';
import { createPipeline, type Pipeline, type Site } from '../pipeline.ts';
import type { RenderedDeck } from '../types.ts';
import { unknownHighlightThemes } from './looks.ts';
import { packageFolder } from './package-folder.ts';

/** What a site is built with. Everything can be left out. */
export interface DeckwrightOptions {
  /** The author's folder; the current one by default. */
  readonly source?: string;
  /** Where the site is written, from the current folder; `publishDir` of the site by default. */
  readonly destination?: string;
  /** Takes the place of the configured base URL. */
  readonly baseURL?: string;
  readonly buildDrafts?: boolean;
  readonly buildFuture?: boolean;
  readonly buildExpired?: boolean;
  /** Warnings fail a build, as errors do. */
  readonly strict?: boolean;
  /** Only errors and warnings are printed. */
  readonly quiet?: boolean;
}

/** Where a server listens. */
export interface ListenOptions {
  /** The first port to try, the next free one is taken; 1313 for `serve`, 4173 for `preview`; 0 for any. */
  readonly port?: number;
  /** The address to bind; the loopback one by default. */
  readonly host?: string;
}

/** A site with the folders that it is read from and written to. */
export interface OpenSite {
  /** Absolute, as are all paths here. */
  readonly root: string;
  readonly destination: string;
  readonly pipeline: Pipeline;
  readonly site: Site;
}

/** Opens the folder of an author.
 * @throws {DeckError} when the destination would overwrite what the author wrote
 */
export function openSite(options: DeckwrightOptions): OpenSite {
  const root = path.resolve(options.source ?? '.');
  const { buildDrafts, buildFuture, buildExpired, baseURL } = options;
  const pipeline = createPipeline({
    files: diskFiles(root),
    builtIn: diskFiles(packageFolder()),
    overrides: { baseURL, buildDrafts, buildFuture, buildExpired },
  });
  const site = pipeline.decks();
  const destination =
    options.destination === undefined
      ? path.resolve(root, site.config.publishDir)
      : path.resolve(options.destination);
  checkDestination(root, destination, site);
  return { root, destination, pipeline, site };
}

function checkDestination(root: string, destination: string, { config }: Site): void {
  const sources = [config.contentDir, ...config.staticDirs, config.layoutDir];
  const isSource = sources.some((folder) => isWithin(path.resolve(root, folder), destination));
  if (destination !== root && !isSource) return;
  throw new DeckError([
    createDiagnostic({
      code: 'destination-is-source',
      message: `the site would be written to ${destination}, where its own sources are`,
      hint: 'Name another folder with --destination, or with publishDir in the configuration.',
    }),
  ]);
}

/** A site with every deck rendered. */
export interface RenderedSite {
  readonly decks: readonly RenderedDeck[];
  readonly warnings: readonly Diagnostic[];
}

/** Renders every deck.
 * @throws {DeckError} with the mistakes of all decks; under `strict` with the warnings too
 */
export function renderSite({ pipeline, site }: OpenSite, strict: boolean): RenderedSite {
  const decks = site.decks.map((deck) => pipeline.render(deck));
  const found = sorted([
    ...site.diagnostics,
    ...decks.flatMap(({ diagnostics }) => diagnostics),
    ...unknownHighlightThemes(decks),
  ]);
  const fatal = strict ? found : found.filter(({ severity }) => severity === 'error');
  if (fatal.length > 0) throw new DeckError(found);
  return { decks, warnings: found };
}

/** File by file, in the order of the lines. The same page may stand in two decks; its mistakes are told once. */
function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  return [...once.values()].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
