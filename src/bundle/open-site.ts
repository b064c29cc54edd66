/** A site opened from disk, with the folders that it is read from and written to. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError, type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import { diskFiles, type Files, isWithin } from '../files.ts';
import { createPipeline, type SitePipeline, type Site } from '../pipeline.ts';
import type { ReadyDeck } from '../types.ts';
import { createDeckFiles, type FindDeckFiles, type RunTemplate } from './deck-files.ts';
import { createKatexLoader } from './load-katex.ts';
import { optionalPackage, packageFolder } from './package-folder.ts';
import { createTemplateSass } from './styles/template-sass.ts';

/** What a site is built with. Everything can be left out. */
export interface DeckwrightOptions {
  /** The author's folder; the current one by default. */
  readonly source?: string;
  /** Where the site is written, from the current folder; `publishDir` of the site by default. */
  readonly destination?: string;
  /** Takes the place of the configured base URL. */
  readonly baseURL?: string;
  /** Which folder of `config/` is laid over the default; `production` in a build, `development` in the server. */
  readonly environment?: string;
  /** Configuration files in place of the site's, with commas between them. */
  readonly config?: string;
  /** `HUGO_…` lay over the configuration, and templates see those that the site allows; those of the process by default. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly buildDrafts?: boolean;
  readonly buildFuture?: boolean;
  readonly buildExpired?: boolean;
  /** Warnings fail a build, as errors do. */
  readonly strict?: boolean;
  /** Servers print only errors and warnings. A build prints nothing in any case. */
  readonly quiet?: boolean;
}

/** Where a server listens. */
export interface ListenOptions {
  /** The first port to try, the next free one is taken; 1313 for `serve`, 4173 for `preview`; 0 for any. */
  readonly port?: number;
  /** The address to bind; the loopback one by default, so that only this machine reaches the server. */
  readonly host?: string;
  /** Opens the site in a browser. */
  readonly open?: boolean;
}

/** How a site is served live. */
export interface ServeOptions extends DeckwrightOptions, ListenOptions {
  /** Open pages go to the slide that has changed, in whichever deck it is. */
  readonly navigateToChanged?: boolean;
}

/** A site with the folders that it is read from and written to. */
export interface OpenSite {
  /** Absolute, as are all paths here. */
  readonly root: string;
  readonly destination: string;
  readonly pipeline: SitePipeline;
  readonly site: Site;
  readonly files: Files;
  /** Makes a rendered deck ready to be published. */
  readonly findFiles: FindDeckFiles;
}

/** Opens the folder of an author.
 * @throws {DeckError} when there is none, and when the destination would overwrite what the author wrote
 */
export function openSite(options: DeckwrightOptions, isServer = false): OpenSite {
  const root = path.resolve(options.source ?? '.');
  checkSource(root);
  const { buildDrafts, buildFuture, buildExpired, baseURL, config } = options;
  const variables = definedOnly(options.variables ?? process.env);
  const isNamed = ['HUGO_ENVIRONMENT', 'HUGO_ENV'].some((name) => name in variables);
  // As in Hugo, a server is for developing unless somebody says otherwise.
  const environment = options.environment ?? (isServer && !isNamed ? 'development' : undefined);
  const files = diskFiles(root);
  const pipeline: SitePipeline = createPipeline({
    files,
    builtIn: diskFiles(packageFolder()),
    compileSass: createTemplateSass(root, files, () => pipeline.decks()),
    loadKatex: createKatexLoader(root),
    hasMermaid: () => optionalPackage('mermaid', root) !== undefined,
    isServer,
    overrides: { baseURL, buildDrafts, buildFuture, buildExpired, config, environment, variables },
  });
  const site = pipeline.decks();
  const destination =
    options.destination === undefined
      ? path.resolve(root, site.config.publishDir)
      : path.resolve(options.destination);
  checkDestination(root, destination, site);
  const runTemplate: RunTemplate = (...call) => pipeline.runTemplate(...call);
  return {
    root,
    destination,
    pipeline,
    site,
    files,
    findFiles: createDeckFiles({ root, files, runTemplate }),
  };
}

function definedOnly(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function checkSource(root: string): void {
  const found = statSync(root, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  throw new DeckError([
    createDiagnostic({
      code: 'source-missing',
      message: found ? `${root} is a file, and a site is a folder` : `there is no folder ${root}`,
      hint: 'Name the folder of your site with --source, or leave it out where you stand in it.',
    }),
  ]);
}

/** A path with its links resolved, as far as there is anything at it. */
export function resolveRealPath(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const above = path.dirname(file);
  return above === file ? file : path.join(resolveRealPath(above), path.basename(file));
}

function checkDestination(root: string, destination: string, { config }: Site): void {
  const sources = [config.contentDir, config.layoutDir, ...config.mounts.map(({ source }) => source)];
  const isSource = sources
    // A mount of the whole folder is none that a build could harm more than it does.
    .filter((folder) => folder !== '' && folder !== '.')
    .some((folder) => isWithin(resolveRealPath(path.resolve(root, folder)), resolveRealPath(destination)));
  if (resolveRealPath(destination) !== resolveRealPath(root) && !isSource) return;
  throw new DeckError([
    createDiagnostic({
      code: 'destination-is-source',
      message: `the site would be written to ${destination}, where its own sources are`,
      hint: 'Name another folder with --destination, or with publishDir in the configuration.',
    }),
  ]);
}

/** Renders every deck, ready to be published. What is wrong with them is in their diagnostics. */
export function renderDecks({ pipeline, site, findFiles }: OpenSite): readonly ReadyDeck[] {
  return site.decks.map((deck) => findFiles(pipeline.render(deck), site));
}

/** What was found in the site itself and in its decks. */
export function collectFindings({ site }: OpenSite, decks: readonly ReadyDeck[]): readonly Diagnostic[] {
  return [...site.diagnostics, ...decks.flatMap(({ diagnostics }) => diagnostics)];
}

/** Whether something that was found stops a build; under `strict` warnings do, too. */
export function stopsBuild(found: readonly Diagnostic[], strict: boolean): boolean {
  return found.some(({ severity }) => strict || severity === 'error');
}

/** The failure of a build, with all that is wrong with a site, and the decks that are sound all the same. */
export function createFailure(
  { pipeline }: OpenSite,
  decks: readonly ReadyDeck[],
  found: readonly Diagnostic[],
): DeckError {
  const { diagnostics, sound } = pipeline.dryRun(decks);
  const soundDecks = sound.map(({ rendered }) => rendered.deck.outputPath);
  return new DeckError(sortDiagnostics([...found, ...diagnostics]), {
    soundDecks,
    summary: soundDecks.length === 0 ? '' : soundText(soundDecks, decks.length),
  });
}

function soundText(sound: readonly string[], all: number): string {
  const decks = all === 1 ? '1 deck' : `${all} decks`;
  return `Nothing was written. ${sound.length} of ${decks} ${sound.length === 1 ? 'is' : 'are'} without errors: ${sound.join(', ')}`;
}

/** File by file, in the order of the lines. The same page may stand in two decks; its mistakes are told once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  return [...once.values()].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}
