/** Writes the licences of everything that is published with the client: packages, fonts, and deckwright itself. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rolldown } from 'vite';
import { clientFolder } from '../package-folder.ts';

/** The name of the file, next to those that it is about. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

type BundledFiles = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

/** What a client is made of. */
interface Bundle {
  /** The folder that the client was written to. */
  readonly folder: string;
  /** The folder of its files in it. */
  readonly assets: string;
  readonly files: BundledFiles;
  /** Folders of packages whose stylesheets are parts of ours. */
  readonly packages: readonly string[];
}

/** Writes the file, and a comment that names it to each script and stylesheet.
 * @returns the path of the file in the destination
 */
export function writeNotices({ folder, assets, files, packages }: Bundle): string {
  const sources = [...packages.map((name) => path.join(name, 'package.json')), ...files.flatMap(sourcesOf)];
  const licences = new Map(sources.map(findLicence).filter((found) => found !== undefined));
  const texts = [...licences]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}\n\n${text}\n`);
  const notices = `${assets}/${NOTICES}`;
  writeFileSync(path.join(folder, notices), texts.join(`\n${'-'.repeat(72)}\n\n`));
  for (const name of new Set(files.map(({ fileName }) => fileName))) {
    const file = path.join(folder, name);
    if (/\.(?:js|css)$/.test(name) && existsSync(file))
      writeFileSync(file, `/*! Licences: ${NOTICES} */\n${readFileSync(file, 'utf8')}`);
  }
  return notices;
}

/** The files from which a file was made. */
function sourcesOf(file: BundledFiles[number]): readonly string[] {
  const names = file.type === 'chunk' ? Object.keys(file.modules) : file.originalFileNames;
  return names
    .filter((name) => !name.startsWith('\0'))
    .map((name) => path.resolve(clientFolder(), name.replace(/[?#].*$/, '')));
}

/** Finds the nearest licence above a file, with the name of its package or font. */
function findLicence(file: string): readonly [name: string, text: string] | undefined {
  const folder = path.dirname(file);
  if (folder === file) return undefined;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const licence = names.find((name) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name));
  if (licence === undefined) return findLicence(folder);
  const text = readFileSync(path.join(folder, licence), 'utf8').replace(/\r\n/g, '\n').trim();
  return [names.includes('package.json') ? readName(folder) : path.basename(folder), text];
}

function readName(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  return name === 'deckwright' ? name : `${name} ${version}`;
}
