/** Opens a site from disk. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { countOf } from '../count-of.ts';
import { createDiagnostic, DeckError, type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import { diskFiles, isWithin } from '../files.ts';
import { resolveLinks } from '../write/destination.ts';
import { createPipeline, type SitePipeline, type Site } from '../pipeline.ts';
import type { ReadyDeck } from '../types.ts';
import { failureSummary } from './build-failure.ts';
import { createDeckFiles, type FindDeckFiles, type RunTemplate } from './deck-files.ts';
import { createListedFiles, type ListedFiles } from './listed-files.ts';
import { createKatexLoader } from './load-katex.ts';
import { optionalPackage, packageFolder } from './package-folder.ts';
import { createScssThread, type RunScss } from './styles/scss-thread.ts';
import { createTemplateSass } from './styles/template-sass.ts';

/** Options of every command. All are optional. */
export interface DeckwrightOptions {
  /** The folder of the site; the current one by default. */
  readonly source?: string;
  /** The output folder, relative to the current one; the site's `publishDir` by default. */
  readonly destination?: string;
  /** Overrides the configured base URL. */
  readonly baseURL?: string;
  /** The folder of `config/` to merge over `_default`; `production` in a build, `development` in the server. */
  readonly environment?: string;
  /** Configuration files to use instead of the site's, separated by commas. */
  readonly config?: string;
  /**
   * Environment variables; those of the process by default. `HUGO_…` override the configuration, and templates can read
   * those that the site allows.
   */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly buildDrafts?: boolean;
  readonly buildFuture?: boolean;
  readonly buildExpired?: boolean;
  /** Treats warnings as errors. */
  readonly strict?: boolean;
  /** Makes servers print errors and warnings only. A build prints nothing anyway. */
  readonly quiet?: boolean;
}

/** Where a server listens. */
export interface ListenOptions {
  /** The port to listen on, or the next free one; 1313 by default for `serve`, 4173 for `preview`; 0 for any. */
  readonly port?: number;
  /** The address to listen on; `localhost` by default, so only this machine can reach the server. */
  readonly host?: string;
  /** Opens the site in a browser. */
  readonly open?: boolean;
}

/** Options of the dev server. */
export interface ServeOptions extends DeckwrightOptions, ListenOptions {
  /** Makes open pages navigate to the changed slide, in whichever deck it is. */
  readonly navigateToChanged?: boolean;
}

/** An open site. */
export interface OpenSite {
  /** The folder of the site; absolute. */
  readonly root: string;
  /** The output folder; absolute. */
  readonly destination: string;
  /** When its first file was read, in milliseconds since 1970. */
  readonly openedAt: number;
  readonly pipeline: SitePipeline;
  readonly site: Site;
  readonly files: ListedFiles;
  /** Prepares a rendered deck for publishing. */
  readonly findFiles: FindDeckFiles;
}

/** Opens the folder of a site.
 * @throws {DeckError} when it does not exist, and when the destination belongs to its sources
 */
export function openSite(options: DeckwrightOptions, isServer = false): OpenSite {
  const root = path.resolve(options.source ?? '.');
  const openedAt = Date.now();
  checkSource(root);
  const { buildDrafts, buildFuture, buildExpired, baseURL, config } = options;
  const variables = definedOnly(options.variables ?? process.env);
  const isNamed = ['HUGO_ENVIRONMENT', 'HUGO_ENV'].some((name) => name in variables);
  // As in Hugo, the server's environment is "development" by default.
  const environment = options.environment ?? (isServer && !isNamed ? 'development' : undefined);
  const files = createListedFiles(diskFiles(root));
  let runThread: RunScss | undefined;
  // The first stylesheet is compiled after the configuration, which has its limit of time, was read.
  const runScss: RunScss = (...call) =>
    (runThread ??= createScssThread({ time: pipeline.decks().config.timeout, isServer }))(...call);
  const pipeline: SitePipeline = createPipeline({
    files,
    builtIn: diskFiles(packageFolder()),
    compileSass: createTemplateSass(root, files, () => pipeline.decks(), runScss),
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
    openedAt,
    pipeline,
    site,
    files,
    findFiles: createDeckFiles({ root, files, runTemplate, runScss }),
  };
}

/** Opens a site as if it were published on this machine: its own addresses lead to no other host then. */
export function openAtRoot(options: DeckwrightOptions): OpenSite {
  const open = openSite(options);
  const { baseURL, basePath } = open.site.config;
  return baseURL.startsWith('/') ? open : openSite({ ...options, baseURL: basePath });
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
      message: found ? `${root} is a file, not a folder` : `the folder ${root} does not exist`,
      hint: 'Pass the folder of your site with --source, or run the command in it.',
    }),
  ]);
}

function checkDestination(root: string, destination: string, { config }: Site): void {
  const sources = [config.contentDir, config.layoutDir, ...config.mounts.map(({ source }) => source)];
  const isSource = sources
    // A mount of the whole folder is not a reason to refuse: the destination is always in it.
    .filter((folder) => folder !== '' && folder !== '.')
    .some((folder) => isWithin(resolveLinks(path.resolve(root, folder)), resolveLinks(destination)));
  if (resolveLinks(destination) !== resolveLinks(root) && !isSource) return;
  throw new DeckError([
    createDiagnostic({
      code: 'destination-is-source',
      message: `the destination ${destination} belongs to the sources of the site`,
      hint: 'Choose another folder with --destination or publishDir.',
    }),
  ]);
}

/** Renders every deck and prepares it for publishing. Errors are in the diagnostics of the decks. */
export function renderDecks({ pipeline, site, findFiles }: OpenSite): readonly ReadyDeck[] {
  return site.decks.map((deck) => findFiles(pipeline.render(deck), site));
}

/** Collects the diagnostics of the site and of its decks. */
export function collectFindings({ site }: OpenSite, decks: readonly ReadyDeck[]): readonly Diagnostic[] {
  return [...site.diagnostics, ...decks.flatMap(({ diagnostics }) => diagnostics)];
}

/** Whether diagnostics stop a build; under `strict` warnings do, too. */
export function stopsBuild(found: readonly Diagnostic[], strict: boolean): boolean {
  return found.some(({ severity }) => strict || severity === 'error');
}

/** The error of a failed build, with all diagnostics of the site and a list of the decks without errors. */
export function createFailure(
  { pipeline }: OpenSite,
  decks: readonly ReadyDeck[],
  found: readonly Diagnostic[],
): DeckError {
  const { diagnostics, sound, pages } = pipeline.dryRun(decks);
  const soundDecks = sound.map(({ rendered }) => rendered.deck.outputPath);
  const told = [...found, ...diagnostics];
  // A deck with an error may lack slides that others link to.
  const hasErrors = told.some(({ severity }) => severity === 'error');
  const all = sortDiagnostics(hasErrors ? told : [...told, ...pipeline.lint(decks, pages)]);
  return new DeckError(all, { soundDecks, summary: failureSummary(all, outcome(soundDecks, decks.length)) });
}

/** Names the decks without errors, if only some of the decks have errors. */
function outcome(sound: readonly string[], all: number): string {
  const nothing = 'Nothing was written.';
  if (sound.length === 0 || sound.length === all) return nothing;
  return `${nothing} ${sound.length} of ${countOf(all, 'deck')} ${sound.length === 1 ? 'has' : 'have'} no errors: ${sound.join(', ')}`;
}

/** Sorts diagnostics by file and line. A page of two decks is reported once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [formatDiagnostic(diagnostic), diagnostic]));
  const files = new Map([...new Set(diagnostics.map(({ file }) => file))].map((file, n) => [file, n]));
  const order = ({ file }: Diagnostic): number => files.get(file) ?? 0;
  return [...once.values()].sort((a, b) => order(a) - order(b) || a.line - b.line || a.column - b.column);
}
