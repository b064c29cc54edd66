// Sites as records of paths and texts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pictureSite } from './pictures.mjs';

const FILE_RE = /^-- (.+) --$/;
const PICTURE_RE = /\.(?:png|jpe?g|gif|webp|bmp)$/i;

/** Reads a text in which a line of the form `-- path --` begins each file. */
export function parseSite(text) {
  const files = {};
  let current;
  for (const line of text.split('\n')) {
    const name = FILE_RE.exec(line)?.[1];
    if (name) files[(current = name)] = '';
    else if (current) files[current] += `${line}\n`;
  }
  return files;
}

/** Writes a site as such a text; what JSON escapes is written as JSON. */
export function printSite(files) {
  return Object.entries(files)
    .map(([name, text]) => `-- ${name} --\n${isPlain(text) ? text : JSON.stringify(text)}`)
    .join('\n');
}

/** Only letters that a terminal shows as they are. */
const isPlain = (text) => /^[\t\n -~\u00A1-\u02FF]*$/.test(text);

/** Reads the files of a folder. */
export function readFolder(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), readText(file)]),
  );
}

const readText = (file) =>
  PICTURE_RE.test(file) ? `latin1:${readFileSync(file, 'latin1')}` : readFileSync(file, 'utf8');

/** The sites that mutations start from: those of the tests, and some with as much as possible in them. */
export function readSites() {
  const tests = path.resolve(import.meta.dirname, '..');
  const folders = ['compat', 'faults', 'builds'].flatMap((kind) =>
    readdirSync(path.join(tests, kind)).map((name) => path.join(tests, kind, name, 'site')),
  );
  const rich = path.join(import.meta.dirname, 'sites');
  const texts = readdirSync(rich).map((name) => [
    name,
    parseSite(readFileSync(path.join(rich, name), 'utf8')),
  ]);
  return [
    ...folders
      .filter((folder) => existsSync(folder))
      .map((folder) => ({ name: path.relative(tests, folder), files: readFolder(folder), weight: 1 })),
    // Most of what there is to break is in these.
    ...texts.map(([name, files]) => ({ name, files, weight: 30 })),
    { name: 'pictures', files: pictureSite, weight: 5 },
  ];
}
