/** `new deck NAME`: creates the first page of a deck from an archetype of the site or the built-in one. */
import path from 'node:path';
import { packageFolder } from '../bundle/package-folder.ts';
import { createDiagnostic, DeckError, nearestName, type SourceFile } from '../diagnostics.ts';
import { diskFiles, type Files } from '../files.ts';
import type { SitePipeline, Site } from '../pipeline.ts';
import { type Created, type NewOptions, withNextSteps } from './created.ts';
import { parseDeckName } from './deck-name.ts';
import { createFiles } from './new-files.ts';
import { STARTER } from './new-site.ts';
import { openWithDrafts, type NewDeckTarget, tryArchetype, type ScaffoldedDeck } from './try-archetype.ts';

/** Archetypes to try without `--kind`, after the one named like the first folder of the deck. */
const USUAL_KINDS = ['decks', 'default'];

/**
 * Writes the first page of a deck into the content folder of a site.
 * @throws {DeckError} if the page exists or can't be written; nothing is written then
 */
export function createDeck(written: string, options: NewOptions): Created {
  const folder = path.resolve(options.source ?? '.');
  const files = diskFiles(folder);
  const pipeline = openWithDrafts(files, options);
  const before = pipeline.decks();
  checkSite(folder, files, before);
  const content = findContentFolder(before);
  const name = parseDeckName(written, content);
  checkUnused(files, `${content}/${name}`);
  const [section = name] = name.split('/');
  const target: NewDeckTarget = {
    files,
    options,
    before,
    file: `${content}/${name}/_index.md`,
    kind: options.kind ?? section,
  };
  const { text, deck, notes } = writeDeck(findArchetype(pipeline, target), target);
  createFiles(folder, [{ path: target.file, content: text }]);
  const says = [
    ...notes,
    `Created ${target.file}. Its address is ${before.config.basePath}${deck.head.address}`,
  ];
  return { folder, files: [target.file], text: withNextSteps(says, [devCommand(files, deck.head.draft)]) };
}

/** @throws {DeckError} if the folder is not a site, or its configuration has errors */
function checkSite(folder: string, files: Files, { config, diagnostics }: Site): void {
  const isSite = config.usedFiles.length > 0 || files.list(findContentFolder({ config })).length > 0;
  const broken = diagnostics.filter(
    ({ severity, file }) => severity === 'error' && config.usedFiles.includes(file),
  );
  if (broken.length > 0) throw new DeckError(broken);
  if (isSite) return;
  throw new DeckError([
    createDiagnostic({
      code: 'site-missing',
      message: `${folder} is not a site: it has no configuration and no content folder`,
      hint: 'Create one with deckwright new site DIR, or pass the folder of your site with --source.',
    }),
  ]);
}

/** Finds the site's own content folder of the first language; themes may have content, too. */
function findContentFolder({ config: { mounts, languages, contentDir } }: Pick<Site, 'config'>): string {
  const own = mounts.filter(
    ({ component, theme, target, language }) =>
      component === 'content' &&
      theme === undefined &&
      target === '' &&
      (language === undefined || language === languages[0]?.code.toLowerCase()),
  );
  return own[0]?.source ?? contentDir;
}

const INDEX_RE = /^_?index\.[^/]+$/;

function checkUnused(files: Files, folder: string): void {
  const there = files.list(folder).find((file) => INDEX_RE.test(file.slice(folder.length + 1)));
  if (there === undefined) return;
  throw new DeckError([
    createDiagnostic({
      code: 'deck-exists',
      message: `${there} already exists`,
      hint: 'Nothing was written. Choose another name, or edit that file.',
    }),
  ]);
}

/** Finds the requested archetype, or else the first that fits, or else the built-in one. */
function findArchetype(pipeline: SitePipeline, { kind, options }: NewDeckTarget): SourceFile {
  const archetypes = pipeline.archetypes().byKind;
  const wanted = [kind, ...(options.kind === undefined ? USUAL_KINDS : [])];
  const found = wanted.map((one) => archetypes.get(one)).find((one) => one !== undefined);
  if (found) return found;
  if (options.kind === undefined) return ownArchetype();
  const names = [...archetypes.keys()];
  const nearest = nearestName(kind, names);
  throw new DeckError([
    createDiagnostic({
      code: 'archetype-unknown',
      message: `there is no archetype named "${kind}"`,
      hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}${
        names.length > 0 ? `Available: ${names.join(', ')}.` : 'There are none.'
      } To add one, create archetypes/${kind}.md.`,
    }),
  ]);
}

function ownArchetype(): SourceFile {
  const file = `${STARTER}/archetypes/default.md`;
  const text = diskFiles(packageFolder()).read(file);
  if (text === undefined) throw new Error(`the package has no ${file}`);
  return { path: file, text };
}

/** Hugo's `archetypes/default.md` is for any page: if it does not create a deck, the built-in one is used. */
function writeDeck(archetype: SourceFile, target: NewDeckTarget): ScaffoldedDeck {
  const tried = tryArchetype(archetype, target);
  if (tried) return tried;
  const isDefault = target.options.kind === undefined && path.posix.basename(archetype.path) === 'default.md';
  const own = isDefault ? tryArchetype(ownArchetype(), target) : undefined;
  if (!own) throw new DeckError([notADeck(archetype)]);
  return {
    ...own,
    notes: [`${archetype.path} does not create a deck, so the built-in archetype was used.`, ...own.notes],
  };
}

function notADeck(archetype: SourceFile): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'archetype-no-deck',
    message: 'this archetype does not create a deck',
    hint: 'Add outputs = ["Reveal"] to its front matter.',
    source: archetype,
    offset: 0,
  });
}

/** The command that starts the dev server: the site's own npm script, if it has one. */
function devCommand(files: Files, isDraft: boolean): string {
  const hasScript = /"dev":\s*"deckwright dev/.test(files.read('package.json') ?? '');
  const command = hasScript ? 'npm run dev' : 'npx deckwright dev --open';
  if (!isDraft) return command;
  return `${command}${hasScript ? ' --' : ''} --buildDrafts`;
}
