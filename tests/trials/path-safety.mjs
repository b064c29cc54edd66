// Paths of authors that lead out of the site. Whatever they are, a build changes nothing but its destination, publishes
// nothing from around the site, and reports what it can't do as diagnostics. To try another path, add it to
// paths/values.mjs; to try another place that takes one, add it to paths/writing.mjs or paths/reading.mjs.
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createChance } from './chance.mjs';
import { links } from './paths/links.mjs';
import { reading } from './paths/reading.mjs';
import { SECRET, surroundings } from './paths/sites.mjs';
import { values } from './paths/values.mjs';
import { writing } from './paths/writing.mjs';
import { LIMITS, runEach } from './processes.mjs';
import { printSite } from './site-files.mjs';

/** Bundling the client takes most of the time, for a site in a new theme. */
const limits = { ...LIMITS, cpu: 20_000 };

/** Sites by name, with links where there are some. */
const cases = Object.fromEntries([
  ...Object.entries(writing).flatMap(([place, siteOf]) =>
    Object.entries(values).map(([name, value]) => [`writing: ${place}: ${name}`, { files: siteOf(value) }]),
  ),
  ...Object.entries(reading).map(([name, files]) => [`reading: ${name}`, { files }]),
  ...Object.entries(links),
]);

/** Builds `count` of them, or those whose names contain `only`; returns how many. */
export async function tryPaths({ processes, report, seed, count, only }) {
  const work = realpathSync.native(mkdtempSync(path.join(os.tmpdir(), 'deckwright-paths-')));
  const all = Object.keys(cases);
  const names =
    only === undefined
      ? choose(all, count, createChance(seed, 0))
      : all.filter((name) => name.includes(only));
  await runEach(names.entries(), processes.count, async ([number, name]) => {
    const outer = path.join(work, String(number), 'outer');
    const fault = await faultOf(cases[name], { outer, processes, cacheDir: path.join(work, 'cache') });
    if (fault)
      report({
        id: name,
        title: 'a path that leads elsewhere',
        fault,
        details: printSite(cases[name].files),
      });
    rmSync(path.dirname(outer), { recursive: true, force: true });
  });
  rmSync(work, { recursive: true, force: true });
  return names.length;
}

/** Some of a list, in its order; every one of them has the same chance. */
function choose(list, count, chance) {
  let wanted = Math.min(count, list.length);
  return list.filter((_, at) => {
    const isChosen = chance.below(list.length - at) < wanted;
    if (isChosen) wanted -= 1;
    return isChosen;
  });
}

async function faultOf({ files, links = [] }, { outer, processes, cacheDir }) {
  const folder = path.join(outer, 'site');
  const destination = path.join(folder, 'public');
  writeFiles(outer, surroundings, outer);
  writeFiles(folder, files, outer);
  for (const [link, target] of links) {
    mkdirSync(path.dirname(path.join(folder, link)), { recursive: true });
    symlinkSync(target, path.join(folder, link));
  }
  const around = path.dirname(outer);
  const before = readTree(around, destination);
  const { fault } = await processes.run({ folder, destination, cacheDir }, { limits });
  if (fault) return fault;
  const changed = differences(before, readTree(around, destination));
  if (changed.length > 0) return { kind: 'written', message: `a build changed ${changed.join(', ')}` };
  const published = Object.entries(readTree(destination)).filter(([, content]) => content.includes(SECRET));
  return published.length > 0
    ? {
        kind: 'read',
        message: `a build published what is not in the site: ${published.map(([file]) => file).join(', ')}`,
      }
    : undefined;
}

function writeFiles(folder, files, outer) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll('OUTER', outer));
  }
}

/** Files with their contents and links with their targets, without the folder `except`. */
export function readTree(folder, except) {
  const tree = {};
  const visit = (current) => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const file = path.join(current, entry.name);
      const name = path.relative(folder, file);
      if (file === except && !entry.isSymbolicLink()) continue;
      if (entry.isDirectory()) visit(file);
      else tree[name] = entry.isSymbolicLink() ? 'a link' : readFileSync(file, 'latin1');
    }
  };
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) visit(folder);
  return tree;
}

/** The files that are not the same in both. */
export function differences(before, after) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}
