// Sets the version of create-deckwright to that of deckwright, and pins its dependency to it. `npm version` runs this
// script after it has updated package.json, and before it commits.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const FOLLOWER = 'create-deckwright';

/** Edits a JSON file. */
function edit(file, change) {
  const full = path.join(root, file);
  const data = JSON.parse(readFileSync(full, 'utf8'));
  change(data);
  writeFileSync(full, `${JSON.stringify(data, null, 2)}\n`);
}

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const follow = (manifest) => {
  manifest.version = version;
  manifest.dependencies.deckwright = version;
};
edit(`${FOLLOWER}/package.json`, follow);
edit('package-lock.json', ({ packages }) => follow(packages[FOLLOWER]));
if (process.env.npm_config_git_tag_version !== 'false')
  execFileSync('git', ['add', `${FOLLOWER}/package.json`, 'package-lock.json'], { cwd: root });
