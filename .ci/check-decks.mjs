// Runs the command `check` on our own decks, in the browser that the tests have unpacked, or in one that is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const unpacked = path.join(root, 'node_modules', '.cache', 'deckwright-chromium');
const env = { ...process.env };
// tests/support/find-browser.ts unpacks it, with the libraries and fonts that a bare system lacks.
if (!env.CHROME_PATH && existsSync(path.join(unpacked, 'complete'))) {
  env.CHROME_PATH = path.join(unpacked, 'chromium');
  env.LD_LIBRARY_PATH = path.join(unpacked, 'al2023', 'lib');
  env.FONTCONFIG_PATH = path.join(unpacked, 'fonts');
}
const { status } = spawnSync(process.execPath, ['dist/cli.js', 'check'], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
