/** `new site DIR`: a folder that deckwright and Hugo build, with a deck that shows what a deck can do. */
import path from 'node:path';
import { packageFolder } from '../bundle/package-folder.ts';
import { diskFiles, type Files } from '../files.ts';
import { type Created, withNextSteps } from './created.ts';
import { createFiles, type NewFile } from './new-files.ts';

/** The folder of our package that holds what is written. */
export const STARTER = 'starter';

/** What is written, and from which file of the starter: npm leaves some names out of packages. */
const siteFiles: readonly (readonly [path: string, starter: string])[] = [
  ['hugo.toml', 'hugo.toml'],
  ['content/_index.md', 'content/_index.md'],
  ['static/images/dawn.svg', 'static/images/dawn.svg'],
  ['static/images/way.svg', 'static/images/way.svg'],
  ['archetypes/default.md', 'archetypes/default.md'],
  ['package.json', 'package.json'],
  ['.gitignore', 'gitignore'],
  ['.github/workflows/pages.yml', 'github/workflows/pages.yml'],
  ['.vscode/extensions.json', 'vscode/extensions.json'],
  ['.vscode/settings.json', 'vscode/settings.json'],
];

/**
 * Writes a site into a folder, which may have other files in it.
 * @throws {DeckError} when one of the files exists, or can't be written; nothing is written then
 */
export function createSite(name: string): Created {
  const folder = path.resolve(name);
  const own = diskFiles(packageFolder());
  const files: readonly NewFile[] = siteFiles.map(([file, starter]) => ({
    path: file,
    content: file === 'package.json' ? packageOf(folder, own) : readOwn(own, `${STARTER}/${starter}`),
  }));
  createFiles(folder, files);
  const written = files.map((file) => file.path);
  return { folder, files: written, text: sayWritten(folder, written) };
}

function sayWritten(folder: string, written: readonly string[]): string {
  const shown = path.relative('', folder);
  const isHere = shown === '';
  return withNextSteps(
    [`A new site is in ${folder}:`, ...written.map((file) => `  ${file}`)],
    [
      ...(isHere ? [] : [`cd ${quoted(shown)}`]),
      'npm install',
      'npm run dev        # opens the deck, and follows every change',
      'npm run build      # writes the site to public/',
    ],
  );
}

/** A path as a shell takes it. */
const quoted = (file: string): string => (/^[\w./\\:@+-]+$/.test(file) ? file : `"${file}"`);

/** With the name of the folder, and with the version that writes it. */
function packageOf(folder: string, own: Files): string {
  const { version } = JSON.parse(readOwn(own, 'package.json')) as { version: string };
  const starter = JSON.parse(readOwn(own, `${STARTER}/package.json`)) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const named = { ...starter, name: packageName(path.basename(folder)) };
  const devDependencies = { ...starter.devDependencies, deckwright: `^${version}` };
  return `${JSON.stringify({ ...named, devDependencies }, undefined, 2)}\n`;
}

/** What npm takes for the name of a package. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '');
  return name || 'talks';
}

/** A file of our own. */
function readOwn(own: Files, file: string): string {
  const text = own.read(file);
  if (text === undefined) throw new Error(`the package has no ${file}`);
  return text;
}
