// Inputs that are hard on a reader: long, deep, never closed, endless. Each has to end within its limits with a page or
// with diagnostics. To add one, add a row to the file of its kind in inputs/.
import { code } from './inputs/code.mjs';
import { configuration } from './inputs/configuration.mjs';
import { data } from './inputs/data.mjs';
import { markdown } from './inputs/markdown.mjs';
import { patterns } from './inputs/patterns.mjs';
import { shortcodes } from './inputs/shortcodes.mjs';
import { scss } from './inputs/styles.mjs';
import { templates } from './inputs/templates.mjs';
import { LIMITS, runEach } from './processes.mjs';

const kinds = { markdown, shortcodes, code, data, configuration, patterns, templates, scss };

/** Far more than inputs of these sizes take, and far less than they would if time grew with the square of a size. */
const limits = { ...LIMITS, cpu: 15_000 };

/** All inputs, by the kind and the name of each. */
export const inputs = Object.fromEntries(
  Object.entries(kinds).flatMap(([kind, rows]) =>
    Object.entries(rows).map(([name, siteOf]) => [`${kind}: ${name}`, siteOf]),
  ),
);

/** Builds all of them, or those whose names contain `only`; returns how many. */
export async function tryPathologicalInputs({ processes, report, only = '' }) {
  const names = Object.keys(inputs).filter((name) => name.includes(only));
  await runEach(names, processes.count, async (name) => {
    const job = { files: inputs[name](), isOnDisk: name.startsWith('scss: ') };
    const fault = await processes.findFault(job, { limits });
    if (fault) report({ id: name, title: 'an input that is hard to read', fault });
  });
  return names.length;
}
