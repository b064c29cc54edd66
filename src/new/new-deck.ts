/** `new deck NAME`: a page that begins a deck, out of an archetype of the site or of our own. */
import path from 'node:path';
import { packageFolder } from '../bundle/package-folder.ts';
import { createDiagnostic, DeckError, nearestName, type SourceFile } from '../diagnostics.ts';
import { diskFiles, type Files } from '../files.ts';
import type { SitePipeline, Site } from '../pipeline.ts';
import { type Created, type NewOptions, withNextSteps } from './created.ts';
import { parseDeckName } from './deck-name.ts';
import { createFiles } from './new-files.ts';
import { STARTER } from './new-site.ts';
import { openFolder, type Place, tryArchetype, type TriedDeck } from './trial.ts';

/** Archetypes that are taken unasked, behind the one that is named like the first folder of the deck. */
const USUAL_KINDS = ['decks', 'default'];

/**
 * Writes the first page of a deck into the content folder of a site.
 * @throws {DeckError} when it is there already, or can't be written; nothing is written then
 */
export function createDeck(written: string, options: NewOptions): Created {
  const folder = path.resolve(options.source ?? '.');
  const files = diskFiles(folder);
  const pipeline = openFolder(files, options);
  const before = pipeline.decks();
  checkSite(folder, files, before);
  const content = contentFolderOf(before);
  const name = parseDeckName(written, content);
  checkFree(files, `${content}/${name}`);
  const [section = name] = name.split('/');
  const place: Place = {
    files,
    options,
    before,
    file: `${content}/${name}/_index.md`,
    kind: options.kind ?? section,
  };
  const { text, deck, notes } = writeDeck(findArchetype(pipeline, place), place);
  createFiles(folder, [{ path: place.file, content: text }]);
  const says = [
    ...notes,
    `A new deck is in ${place.file}, and will be at ${before.config.basePath}${deck.head.address}`,
  ];
  return { folder, files: [place.file], text: withNextSteps(says, [devCommand(files, deck.head.draft)]) };
}

/** @throws {DeckError} where there is no site, or one that can't be understood */
function checkSite(folder: string, files: Files, { config, diagnostics }: Site): void {
  const isSite = config.usedFiles.length > 0 || files.list(contentFolderOf({ config })).length > 0;
  const broken = diagnostics.filter(
    ({ severity, file }) => severity === 'error' && config.usedFiles.includes(file),
  );
  if (broken.length > 0) throw new DeckError(broken);
  if (isSite) return;
  throw new DeckError([
    createDiagnostic({
      code: 'site-missing',
      message: `${folder} is no site: there is no configuration in it, and no content folder`,
      hint: 'Begin one with deckwright new site DIR, or name the folder of yours with --source.',
    }),
  ]);
}

/** Where pages of the first language are written; themes have content of their own. */
function contentFolderOf({ config: { mounts, languages, contentDir } }: Pick<Site, 'config'>): string {
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

function checkFree(files: Files, folder: string): void {
  const there = files.list(folder).find((file) => INDEX_RE.test(file.slice(folder.length + 1)));
  if (there === undefined) return;
  throw new DeckError([
    createDiagnostic({
      code: 'deck-exists',
      message: `there is a page at this place: ${there}`,
      hint: 'Nothing was written. Choose another name, or go on in that file.',
    }),
  ]);
}

/** The archetype that is asked for, the first that fits, or our own. */
function findArchetype(pipeline: SitePipeline, { kind, options }: Place): SourceFile {
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
        names.length > 0
          ? `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`
          : 'There is none.'
      } Another is archetypes/${kind}.md.`,
    }),
  ]);
}

function ownArchetype(): SourceFile {
  const file = `${STARTER}/archetypes/default.md`;
  const text = diskFiles(packageFolder()).read(file);
  if (text === undefined) throw new Error(`the package has no ${file}`);
  return { path: file, text };
}

/** Hugo's `archetypes/default.md` is for pages of any kind: where it begins no deck, ours is taken. */
function writeDeck(archetype: SourceFile, place: Place): TriedDeck {
  const tried = tryArchetype(archetype, place);
  if (tried) return tried;
  const isDefault = place.options.kind === undefined && path.posix.basename(archetype.path) === 'default.md';
  const own = isDefault ? tryArchetype(ownArchetype(), place) : undefined;
  if (!own) throw new DeckError([noDeckIn(archetype)]);
  return {
    ...own,
    notes: [`${archetype.path} begins no deck, so deckwright's own archetype was taken.`, ...own.notes],
  };
}

function noDeckIn(archetype: SourceFile): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'archetype-no-deck',
    message: 'no deck begins with what this archetype writes',
    hint: 'Put outputs = ["Reveal"] in its front matter.',
    source: archetype,
    offset: 0,
  });
}

/** By the script that the site has for it. */
function devCommand(files: Files, isDraft: boolean): string {
  const hasScript = /"dev":\s*"deckwright dev/.test(files.read('package.json') ?? '');
  const command = hasScript ? 'npm run dev' : 'npx deckwright dev --open';
  if (!isDraft) return command;
  return `${command}${hasScript ? ' --' : ''} --buildDrafts`;
}
