/** Runs an archetype in memory: the new deck is checked as part of its site before anything is written. */
import { packageFolder } from '../bundle/package-folder.ts';
import { createDiagnostic, DeckError, type Diagnostic, type SourceFile } from '../diagnostics.ts';
import { diskFiles, type Files } from '../files.ts';
import { createPipeline, type SitePipeline, type Site } from '../pipeline.ts';
import type { Deck } from '../types.ts';
import type { NewOptions } from './created.ts';

/** Opens a site with its drafts, future and expired pages: a new deck may be a draft. */
export function openWithDrafts(
  files: Files,
  { config, environment, variables }: NewOptions,
  wantedDeck?: string,
): SitePipeline {
  const given = Object.entries(variables ?? process.env).filter((entry) => entry[1] !== undefined);
  return createPipeline({
    files,
    builtIn: diskFiles(packageFolder()),
    ...(wantedDeck !== undefined && { wantedDeck }),
    overrides: {
      config,
      environment,
      variables: Object.fromEntries(given) as Record<string, string>,
      buildDrafts: true,
      buildFuture: true,
      buildExpired: true,
    },
  });
}

/** The location of a new deck. */
export interface NewDeckTarget {
  readonly files: Files;
  readonly options: NewOptions;
  /** The site without the deck. */
  readonly before: Site;
  /** Path of the first page below the site's root. */
  readonly file: string;
  /** The kind that the archetype is run for. */
  readonly kind: string;
}

/** The first page of a deck, as an archetype wrote it. */
export interface ScaffoldedDeck {
  readonly text: string;
  readonly deck: Deck;
  /** What the archetype warned of, for a person to read. */
  readonly notes: readonly string[];
}

/** The content of the page that the archetype is run on. */
const ANY_DECK = '+++\noutputs = ["Reveal"]\n+++\n';

/**
 * Runs an archetype and checks that its output is the first page of a deck.
 * @returns `undefined` if the output does not create a deck
 * @throws {DeckError} if the archetype fails, or if there can't be a deck at this path
 */
export function tryArchetype(archetype: SourceFile, target: NewDeckTarget): ScaffoldedDeck | undefined {
  const { text, warnings } = runArchetype(archetype, target);
  const site = openWithDrafts(withFile(target.files, target.file, text), target.options, target.file).decks();
  const deck = findDeck(site, target.file);
  const errors = findNewProblems(site, target).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new DeckError(errors.map((error) => inArchetype(error, archetype, target)));
  const notes = warnings.map(({ message }) => `${archetype.path} warns: ${message}`);
  return deck && { text, deck, notes };
}

function runArchetype(
  archetype: SourceFile,
  target: NewDeckTarget,
): { text: string; warnings: readonly Diagnostic[] } {
  const { files, file, options, kind } = target;
  const pipeline = openWithDrafts(withFile(files, file, ANY_DECK), options);
  const site = pipeline.decks();
  const deck = findDeck(site, file);
  const conflict = findNewProblems(site, target).find(({ code }) => code === 'output-conflict');
  if (deck && !conflict) {
    const warnings: Diagnostic[] = [];
    const report = (warning: Diagnostic): void => void warnings.push(warning);
    return { text: pipeline.archetypes().run(archetype, deck, kind, report), warnings };
  }
  throw new DeckError([conflict ? { ...conflict, severity: 'error' } : deckImpossible(site, target)]);
}

const findDeck = ({ decks }: Site, file: string): Deck | undefined =>
  decks.find(({ head }) => head.source.path === file);

/** The diagnostics that the new deck causes. */
function findNewProblems(site: Site, { before, file }: NewDeckTarget): readonly Diagnostic[] {
  const known = new Set(before.diagnostics.map(({ code, message }) => `${code} ${message}`));
  return site.diagnostics.filter(
    (one) =>
      one.file === file || (one.code === 'output-conflict' && !known.has(`${one.code} ${one.message}`)),
  );
}

/** Makes a diagnostic of the new page name the archetype, because the page is not on disk yet. */
function inArchetype(error: Diagnostic, { path }: SourceFile, { file }: NewDeckTarget): Diagnostic {
  if (error.file !== file) return error;
  return { ...error, message: `${error.message}, in the output of ${path}` };
}

function deckImpossible(site: Site, target: NewDeckTarget): Diagnostic {
  const [reason] = findNewProblems(site, target);
  return createDiagnostic({
    code: 'deck-impossible',
    message: `a page at ${target.file} would not be a deck of this site${reason ? `: ${reason.message}` : ''}`,
    hint: reason?.hint ?? 'Check ignoreFiles, disableKinds and the mounts in the configuration.',
  });
}

/** The files of a folder, and a text that is seen among them at a path. */
function withFile(files: Files, path: string, text: string): Files {
  return {
    read: (file) => (file === path ? text : files.read(file)),
    readBytes: (file) => (file === path ? new TextEncoder().encode(text) : files.readBytes(file)),
    has: (file) => file === path || files.has(file),
    list(folder) {
      const isBelow = folder === '' || path.startsWith(`${folder}/`);
      return isBelow ? [...new Set([...files.list(folder), path])].sort() : files.list(folder);
    },
  };
}
