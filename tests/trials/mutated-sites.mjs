// Sites with errors by chance in them. Each has to end in time with a page or with diagnostics: no exception of ours, no
// hang, no more memory than its limit, and no change to what all objects share.
import { createChance } from './chance.mjs';
import { mutate, mutatePicture } from './mutations.mjs';
import { LIMITS, runEach } from './processes.mjs';
import { printSite, readSites } from './site-files.mjs';
import { findSmallest } from './smallest.mjs';

/** What is changed, by the part of a site; content has most of what an author writes. */
const PARTS = [
  /^content\/.*\.(?:md|html)$/,
  /^content\/.*\.(?:md|html)$/,
  /^content\/.*\.(?:md|html)$/,
  /^(?:layouts|archetypes|themes)\//,
  /^(?:layouts|archetypes|themes)\//,
  /^(?:hugo|config)\.|^config\//,
  /^(?:data|i18n)\//,
  /./,
];
/** Changed more rarely: each takes a build on disk. */
const STYLES = /\.(?:scss|sass|css)$/;

/** In milliseconds of CPU time. */
const BUNDLING = 10_000;

/** Returns one site: the same for the same seed and number. */
export function createMutatedSite(sites, seed, number) {
  const chance = createChance(seed, number);
  const { name, files } = chance.pick(sites.flatMap((site) => Array(site.weight).fill(site)));
  const part = chance.oneIn(30) ? STYLES : chance.pick(PARTS);
  const names = Object.keys(files);
  const inPart = names.filter((file) => part.test(file));
  const changed = { ...files };
  for (let left = chance.oneIn(4) ? 3 : 1; left > 0; left--) {
    const file = chance.pick(inPart.length > 0 ? inPart : names);
    const other = Object.values(chance.pick(sites).files)[0];
    const change = changed[file].startsWith('latin1:') ? mutatePicture : mutate;
    changed[file] = change(changed[file], { chance, other });
  }
  return { name, files: changed, isOnDisk: part === STYLES };
}

/** Builds `count` of them; returns how many. */
export async function tryMutatedSites({ processes, seed, count, only, log, report }) {
  const sites = readSites();
  const numbers = only === undefined ? Array.from({ length: count }, (_, number) => number) : [Number(only)];
  const failures = [];
  let done = 0;
  await runEach(numbers, processes.count, async (number) => {
    const site = createMutatedSite(sites, seed, number);
    const { files, isOnDisk } = site;
    const fault = await processes.findFault({ files, isOnDisk }, { limits: limitsOf(isOnDisk) });
    if (fault) failures.push({ number, site, fault });
    if (++done % 5000 === 0) log(`${done} sites, ${failures.length} failed`);
  });
  for (const group of groupByFault(failures)) report(await describe(processes, group));
  return numbers.length;
}

/** On disk, a client may have to be bundled first. */
const limitsOf = (isOnDisk) => ({ ...LIMITS, cpu: isOnDisk ? BUNDLING + LIMITS.cpu : LIMITS.cpu });

const signatureOf = ({ kind, message, stack = [] }) =>
  kind === 'exception' ? `${message.slice(0, 40)} ${stack[0]}` : kind;

/** The failures of each fault, the first of them first. */
function groupByFault(failures) {
  const groups = new Map();
  for (const failure of failures.toSorted((a, b) => a.number - b.number)) {
    const signature = signatureOf(failure.fault);
    groups.set(signature, [...(groups.get(signature) ?? []), failure]);
  }
  return [...groups.values()];
}

async function describe(processes, [{ number, site, fault }, ...others]) {
  const { name, files, isOnDisk } = site;
  const smallest = await findSmallest(files, async (candidate) => {
    const { fault: found } = await processes.run(
      { files: candidate, isOnDisk },
      { limits: limitsOf(isOnDisk) },
    );
    return found !== undefined && signatureOf(found) === signatureOf(fault);
  });
  const numbers = others.slice(0, 5).map((other) => other.number);
  const also = others.length > 0 ? `\nSo do ${others.length} others, such as ${numbers.join(', ')}.` : '';
  return {
    id: number,
    title: `${name} with errors in it`,
    fault,
    details: `The smallest site that fails:\n${printSite(smallest)}${also}`,
  };
}
