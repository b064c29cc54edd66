// What the checks without a browser cost: the same site is built with all of them, and with all of them off, in turn.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compare, deckwright, median, writeSite } from './scale.mjs';

const DECKS = 1000;

/** The checks of `src/lint/`, which do not run when they are off. */
const CODES = [
  'image-missing',
  'media-missing',
  'style-missing',
  'script-missing',
  'link-broken',
  'alt-missing',
  'id-repeated',
  'image-large',
];

/** Prints the times of builds with and without checks, and the difference of their medians. */
export async function timeChecks({ root, runs }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-checks-'));
  try {
    const site = path.join(folder, 'site');
    writeSite(site, DECKS, true);
    const checks = Object.fromEntries(CODES.map((code) => [code, 'off']));
    writeFileSync(path.join(site, 'off.json'), JSON.stringify({ params: { deckwright: { checks } } }));
    const build = deckwright(root, site);
    const rounds = await compare(
      `${DECKS} decks`,
      [
        { label: 'with checks', command: process.execPath, args: build },
        { label: 'without', command: process.execPath, args: [...build, '--config', 'hugo.toml,off.json'] },
      ],
      runs,
    );
    const [on = 0, without = 1] = rounds.map((round) => median(round.map(({ taken }) => taken)));
    console.log(
      `the checks take ${(((on - without) / without) * 100).toFixed(1)} % of the build without them`,
    );
    console.log(
      `load: ${os
        .loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
