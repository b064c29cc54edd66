/** Sites that have to be built, whatever stands beside their decks: each says in about.md what is at stake. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/diagnostics.ts';
import { build } from '../src/index.ts';

const CASES = path.join(import.meta.dirname, 'builds');

/** What may be said of any of them: an author is told of other hosts that a deck asks. */
const OF_OTHER_HOSTS = 'style-foreign-host';

const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-builds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `expect.json` may hold. */
interface Expected {
  /** Words that the warnings have to have in them. */
  readonly says?: readonly string[];
}

test.each(readdirSync(CASES))('%s', async (name) => {
  const source = path.join(folder, name);
  const destination = path.join(folder, `${name}-out`);
  cpSync(path.join(CASES, name, 'site'), source, { recursive: true });
  const { decks, warnings } = await build({ source, destination });
  expect(decks).toBeGreaterThan(0);
  const file = path.join(CASES, name, 'expect.json');
  const { says } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expected) : {};
  const said = warnings.filter(({ code }) => code !== OF_OTHER_HOSTS).map(formatDiagnostic);
  if (says) for (const words of says) expect(said.join('\n')).toContain(words);
  else expect(said).toEqual([]);
});
