/** What CI runs and what a release is made of: pinned actions, commands that there are, one version. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, '.github', 'workflows');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly workspaces: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}
const manifestOf = (folder: string): Manifest =>
  JSON.parse(read(path.join(folder, 'package.json'))) as Manifest;
const manifest = manifestOf('.');

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The workflows of this repository, and those that `new site` writes. */
const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(FOLDER).map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]),
  ),
  'starter/pages.yml': read('starter/github/workflows/pages.yml'),
  'starter/diff.yml': read('starter/github/workflows/diff.yml'),
};
const workflows = Object.entries(texts).map(([name, text]) => [name, parse(text) as Workflow] as const);
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

/** The scripts that lines of a shell start with npm. */
const scriptsIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const [, name] = /(?:^|\s)npm (?:run )?([\w:]+)/.exec(line.replace(/#.*/, '')) ?? [];
    return name === undefined || ['ci', 'install', 'pkg', 'publish'].includes(name) ? [] : [name];
  });
/** The files of this repository that lines of a shell run. */
const filesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/(?:node|bash) (\.ci\/\S+)/g), ([, file = '']) => file);

test.each(workflows)('%s: every action is pinned by the whole name of its commit', (name, workflow) => {
  const used = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40}$/);
  // A reader, and the bots that update it, know it by its version.
  const lines = texts[name]?.split('\n').filter((line) => /\buses:/.test(line)) ?? [];
  expect(lines).toHaveLength(used.length);
  for (const line of lines) expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
});

test.each([
  ...workflows
    // It runs the command itself.
    .filter(([name]) => name !== 'starter/diff.yml')
    .map(([name, workflow]) => [name, stepsOf(workflow).flatMap(({ run }) => run ?? [])] as const),
  ['.ci/run', [read('.ci/run')]] as const,
])('%s: what it runs is there', (_name, commands) => {
  const text = commands.join('\n');
  expect(scriptsIn(text).length).toBeGreaterThan(0);
  for (const script of scriptsIn(text)) expect(Object.keys(manifest.scripts)).toContain(script);
  for (const file of filesIn(text)) expect(existsSync(path.join(ROOT, file)), file).toBe(true);
});

test.each(workflows)('%s: no job is permitted more than it needs', (name, { permissions, jobs }) => {
  const pages = {
    build: { contents: 'read', pages: 'read' },
    deploy: { pages: 'write', 'id-token': 'write' },
  };
  const wanted: Readonly<Record<string, unknown>> = {
    'ci.yml': { check: { contents: 'read' }, units: { contents: 'read' } },
    'pages.yml': pages,
    'starter/diff.yml': { diff: { contents: 'read' } },
    'starter/pages.yml': { ...pages, check: { contents: 'read' } },
    'release.yml': { check: { contents: 'read' }, publish: { contents: 'read', 'id-token': 'write' } },
  };
  const own = Object.entries(jobs).map(([job, { permissions: more }]) => [job, more ?? permissions]);
  expect(Object.fromEntries(own)).toEqual(wanted[name]);
});

test.each(workflows)(
  '%s: no scripts of packages run in a job that may publish',
  (_name, { permissions, jobs }) => {
    for (const { permissions: own = permissions, steps } of Object.values(jobs)) {
      const installs = steps.flatMap(({ run = '' }) => (/\bnpm (?:ci|install)\b/.test(run) ? [run] : []));
      if (Object.values(own ?? {}).includes('write'))
        for (const line of installs) expect(line).toContain('--ignore-scripts');
    }
  },
);

test('a release publishes both packages, with their provenance, deckwright first', () => {
  const release = parse(texts['release.yml'] ?? '') as Workflow;
  const published = stepsOf(release).flatMap(({ run = '' }) => (run.startsWith('npm publish') ? [run] : []));
  expect(published).toEqual([
    'npm publish --provenance --access public',
    'npm publish --workspace create-deckwright --provenance --access public',
  ]);
});

test('create-deckwright has the version of deckwright and brings that one, in the lock file too', () => {
  const { version } = manifest;
  expect(manifest.workspaces).toEqual(['create-deckwright']);
  const follower = { version, dependencies: { deckwright: version } };
  expect(manifestOf('create-deckwright')).toMatchObject(follower);
  const lock = JSON.parse(read('package-lock.json')) as Manifest & { packages: Record<string, unknown> };
  expect(lock.version).toBe(version);
  expect(lock.packages).toMatchObject({ '': { version }, 'create-deckwright': follower });
  // `npm version` gives it a new one.
  expect(manifest.scripts['version']).toBe('node .ci/follow-version.mjs');
});
