// How a site is built in a trial: in memory for most of them, or from disk where files are what is tried.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Addresses of a bundle that is never made. */
const client = {
  scripts: ['assets/client.js'],
  classic: { script: 'assets/classic.js', modules: ['assets/companion.js'] },
  style: ({ theme, highlightTheme }) => `assets/${theme}-${highlightTheme}.css`,
  list: {
    script: 'assets/list.js',
    isModule: true,
    miniatureStyle: 'assets/miniature.css',
    writeIndex: (decks) => ({ path: 'assets/index.json', text: JSON.stringify(decks) }),
  },
  offlineWorker: 'worker.js',
  address: (file, outputPath) => path.posix.relative(path.posix.dirname(outputPath), file),
};

/** The bytes of a file: those of a picture are kept in a text after `latin1:`. */
const bytesOf = (text) =>
  text.startsWith('latin1:') ? Buffer.from(text.slice('latin1:'.length), 'latin1') : Buffer.from(text);

/** Files that are in memory only. */
function memoryFiles(texts) {
  const has = (file) => Object.hasOwn(texts, file);
  return {
    read: (file) => (has(file) ? texts[file] : undefined),
    readBytes: (file) => (has(file) ? new Uint8Array(bytesOf(texts[file])) : undefined),
    list: (folder) =>
      Object.keys(texts)
        .filter((file) => folder === '' || file.startsWith(`${folder}/`))
        .sort(),
    has,
  };
}

/** A rendered deck in its theme by name, without files of its author: nothing is bundled here. */
function toReady(rendered, { config }) {
  const { params, features, hasScripts, usedFiles, diagnostics } = rendered;
  const { theme, highlightTheme } = params;
  return {
    rendered,
    features,
    style: { theme, highlightTheme, math: features.includes('math') },
    files: { styles: [], pluginStyles: [], plugins: [], scripts: [], published: [] },
    scripts: config.relativeURLs || hasScripts ? 'classic' : 'module',
    usedFiles,
    diagnostics,
  };
}

/** Renders and publishes a whole site, as a build does up to its bundle. */
export function buildInMemory({ createPipeline, DeckError }, { files }) {
  const pipeline = createPipeline({ files: memoryFiles(files), now: () => new Date('2026-06-01T12:00:00Z') });
  const site = pipeline.decks();
  const ready = site.decks.map((deck) => toReady(pipeline.render(deck), site));
  for (const deck of ready) {
    try {
      pipeline.publish(deck, client);
    } catch (error) {
      // The others are built all the same.
      if (!(error instanceof DeckError)) throw error;
    }
  }
  pipeline.publishPages(client, () => ready);
}

/** Builds the site of a folder as the command does. */
export async function buildFolder({ build }, { folder, destination, cacheDir }) {
  process.chdir(folder);
  await build({ source: folder, destination, cacheDir });
}

/** Writes a site to a folder and builds it there: SCSS is compiled in builds only. */
export async function buildOnDisk(deckwright, { files }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-trial-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytesOf(text));
    }
    await buildFolder(deckwright, { folder, destination: path.join(folder, 'public') });
  } finally {
    process.chdir(os.tmpdir());
    rmSync(folder, { recursive: true, force: true });
  }
}
