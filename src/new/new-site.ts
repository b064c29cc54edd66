/** `new site DIR`: creates a folder that deckwright and Hugo can build, with a deck that shows what decks can do. */
import path from 'node:path';
import { packageFolder } from '../bundle/package-folder.ts';
import { createDiagnostic, DeckError, nearestName } from '../diagnostics.ts';
import { diskFiles, type Files } from '../files.ts';
import { builtInThemes, isBuiltInTheme, isOwnTheme } from '../types.ts';
import { type Created, type NewOptions, withNextSteps } from './created.ts';
import { createFiles, type NewFile } from './new-files.ts';

/** The folder of the package with the files of a new site. */
export const STARTER = 'starter';

/** The files of a new site and their names in the starter: npm does not pack some names, such as `.gitignore`. */
const siteFiles: readonly (readonly [path: string, starter: string])[] = [
  ['hugo.toml', 'hugo.toml'],
  ['content/_index.md', 'content/_index.md'],
  ['static/images/dawn.svg', 'static/images/dawn.svg'],
  ['static/images/way.svg', 'static/images/way.svg'],
  ['layouts/shortcodes/decks.html', 'layouts/shortcodes/decks.html'],
  ['archetypes/default.md', 'archetypes/default.md'],
  ['package.json', 'package.json'],
  ['.gitignore', 'gitignore'],
  ['.github/workflows/pages.yml', 'github/workflows/pages.yml'],
  ['.vscode/extensions.json', 'vscode/extensions.json'],
  ['.vscode/settings.json', 'vscode/settings.json'],
];

/** The files of a site with as few as possible. */
const minimalFiles: readonly string[] = ['hugo.toml', 'content/_index.md', 'package.json', '.gitignore'];

/** The deck of such a site. */
const MINIMAL_DECK = `+++
title = "My talk"
outputs = ["Reveal"]
+++

# My talk

---

## The first thing
`;

/** A workflow that shows what a pull request changes on the slides, on request. */
const diffWorkflow = ['.github/workflows/diff.yml', 'github/workflows/diff.yml'] as const;

/**
 * Creates a site in a folder, which may contain other files.
 * @throws {DeckError} if there is no such theme, and if one of the files exists or can't be written; nothing is written
 * then
 */
export function createSite(name: string, options: NewOptions = {}): Created {
  const { diffWorkflow: hasDiff = false, minimal: isMinimal = false, theme } = options;
  const folder = path.resolve(name);
  const own = diskFiles(packageFolder());
  const write: Readonly<Record<string, (text: string) => string>> = {
    'package.json': () => createPackageFile(folder, own),
    'hugo.toml': (text) => (theme === undefined ? text : withTheme(text, theme)),
    ...(isMinimal && { 'content/_index.md': () => MINIMAL_DECK }),
  };
  const wanted = siteFiles.filter(([file]) => !isMinimal || minimalFiles.includes(file));
  const files: readonly NewFile[] = [...wanted, ...(hasDiff ? [diffWorkflow] : [])].map(([file, starter]) => {
    const text = readTemplateFile(own, `${STARTER}/${starter}`);
    return { path: file, content: write[file]?.(text) ?? text };
  });
  createFiles(folder, files);
  const written = files.map((file) => file.path);
  return { folder, files: written, text: describeFiles(folder, written) };
}

/** Options that only the themes of deckwright need. */
const OWN_OPTIONS_RE = /^(?:accent|center)\b.*\n/gm;

/**
 * Names another theme in the configuration of a new site.
 * @throws {DeckError} if there is none of this name
 */
function withTheme(config: string, theme: string): string {
  if (!isBuiltInTheme(theme)) {
    const nearest = nearestName(theme, builtInThemes);
    throw new DeckError([
      createDiagnostic({
        code: 'theme-unknown',
        message: `there is no theme named "${theme}"`,
        hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}The themes are ${builtInThemes.join(', ')}.`,
      }),
    ]);
  }
  const named = config.replace(/^theme = "studio"( *)(?=#)/m, (_, spaces: string) =>
    `theme = "${theme}"`.padEnd(`theme = "studio"${spaces}`.length - 1).concat(' '),
  );
  return isOwnTheme(theme) ? named : named.replaceAll(OWN_OPTIONS_RE, '');
}

function describeFiles(folder: string, written: readonly string[]): string {
  const shown = path.relative('', folder);
  const isHere = shown === '';
  return withNextSteps(
    [`Created a site in ${folder}:`, ...written.map((file) => `  ${file}`)],
    [
      ...(isHere ? [] : [`cd ${quoted(shown)}`]),
      'npm install',
      'npm run dev        # starts the dev server',
      'npm run build      # builds the site into public/',
    ],
  );
}

/** Quotes a path for a shell, if needed. */
const quoted = (file: string): string => (/^[\w./\\:@+-]+$/.test(file) ? file : `"${file}"`);

/** Writes `package.json`: named after the folder, with this version of deckwright. */
function createPackageFile(folder: string, own: Files): string {
  const { version } = JSON.parse(readTemplateFile(own, 'package.json')) as { version: string };
  const starter = JSON.parse(readTemplateFile(own, `${STARTER}/package.json`)) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const named = { ...starter, name: packageName(path.basename(folder)) };
  const devDependencies = { ...starter.devDependencies, deckwright: `^${version}` };
  return `${JSON.stringify({ ...named, devDependencies }, undefined, 2)}\n`;
}

/** Turns the name of a folder into a valid package name. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '');
  return name || 'talks';
}

/** Reads a file of the package. */
function readTemplateFile(own: Files, file: string): string {
  const text = own.read(file);
  if (text === undefined) throw new Error(`the package has no ${file}`);
  return text;
}
