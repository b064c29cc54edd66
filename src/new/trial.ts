/** Runs an archetype in memory: the new deck is checked as part of its site before anything is written. */
import { packageFolder } from '../bundle/package-folder.ts';
import { createDiagnostic, DeckError, type Diagnostic, type SourceFile } from '../diagnostics.ts';
import { diskFiles, type Files } from '../files.ts';
import { createPipeline, type SitePipeline, type Site } from '../pipeline.ts';
import type { Deck } from '../types.ts';
import type { NewOptions } from './created.ts';

/** Opens a site with its drafts, future and expired pages: a new deck may be a draft. */
export function openFolder(
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
export interface Place {
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
export interface TriedDeck {
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
export function tryArchetype(archetype: SourceFile, place: Place): TriedDeck | undefined {
  const { text, warnings } = runOn(archetype, place);
  const site = openFolder(withFile(place.files, place.file, text), place.options, place.file).decks();
  const deck = findDeck(site, place.file);
  const faults = newFindings(site, place).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new DeckError(faults.map((fault) => inArchetype(fault, archetype, place)));
  const notes = warnings.map(({ message }) => `${archetype.path} warns: ${message}`);
  return deck && { text, deck, notes };
}

function runOn(archetype: SourceFile, place: Place): { text: string; warnings: readonly Diagnostic[] } {
  const { files, file, options, kind } = place;
  const pipeline = openFolder(withFile(files, file, ANY_DECK), options);
  const site = pipeline.decks();
  const deck = findDeck(site, file);
  const conflict = newFindings(site, place).find(({ code }) => code === 'output-conflict');
  if (deck && !conflict) {
    const warnings: Diagnostic[] = [];
    const report = (warning: Diagnostic): void => void warnings.push(warning);
    return { text: pipeline.archetypes().run(archetype, deck, kind, report), warnings };
  }
  throw new DeckError([conflict ? { ...conflict, severity: 'error' } : noDeckPossible(site, place)]);
}

const findDeck = ({ decks }: Site, file: string): Deck | undefined =>
  decks.find(({ head }) => head.source.path === file);

/** The diagnostics that the new deck causes. */
function newFindings(site: Site, { before, file }: Place): readonly Diagnostic[] {
  const known = new Set(before.diagnostics.map(({ code, message }) => `${code} ${message}`));
  return site.diagnostics.filter(
    (one) =>
      one.file === file || (one.code === 'output-conflict' && !known.has(`${one.code} ${one.message}`)),
  );
}

/** Makes a diagnostic of the new page name the archetype, because the page is not on disk yet. */
function inArchetype(fault: Diagnostic, { path }: SourceFile, { file }: Place): Diagnostic {
  if (fault.file !== file) return fault;
  return { ...fault, message: `${fault.message}, in the output of ${path}` };
}

function noDeckPossible(site: Site, place: Place): Diagnostic {
  const [why] = newFindings(site, place);
  return createDiagnostic({
    code: 'deck-impossible',
    message: `a page at ${place.file} would not be a deck of this site${why ? `: ${why.message}` : ''}`,
    hint: why?.hint ?? 'Check ignoreFiles, disableKinds and the mounts in the configuration.',
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
