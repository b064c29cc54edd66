/** A whole site from one string: files between lines of the form `-- path --`. */
import path from 'node:path';
import { diskFiles, type Files, memoryFiles } from '../../src/files.ts';
import { createPipeline, type SitePipeline } from '../../src/pipeline.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Client, Deck, Output, RenderedDeck, SiteOverrides } from '../../src/types.ts';
import { readyDecks } from './ready-deck.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const FILE_RE = /^-- (.+) --$/;

/** Our own layouts, which no test changes: each file is read once. */
export const builtIn = readOnce(diskFiles(ROOT));

function readOnce(files: Files): Files {
  const once = <T>(read: (name: string) => T): ((name: string) => T) => {
    const known = new Map<string, T>();
    return (name) => {
      if (!known.has(name)) known.set(name, read(name));
      return known.get(name) as T;
    };
  };
  return {
    read: once((name) => files.read(name)),
    readBytes: once((name) => files.readBytes(name)),
    list: once((name) => files.list(name)),
    has: once((name) => files.has(name)),
  };
}

/** Reads the files of a text. */
export function parseSite(text: string): Record<string, string> {
  const files: Record<string, string> = {};
  let current: string | undefined;
  for (const line of text.replace(/^\n/, '').split('\n')) {
    const name = FILE_RE.exec(line)?.[1];
    if (name) files[(current = name)] = '';
    else if (current) files[current] += `${line}\n`;
  }
  return files;
}

/** A client whose files are never made. */
export const testClient: Client = {
  scripts: ['assets/client.js'],
  classic: { script: 'assets/classic.js', modules: ['assets/companion.js'] },
  style: ({ theme, highlightTheme }) => `assets/${theme}-${highlightTheme}.css`,
  address: (file, outputPath) => path.posix.relative(path.posix.dirname(outputPath), file),
};

/** A site that was built in memory. */
export interface BuiltSite {
  readonly pipeline: SitePipeline;
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /** The text of an output. */
  page(path: string): string;
}

/** Opens a site with our own layouts under it. */
export function openSite(files: Files, overrides: SiteOverrides = {}): SitePipeline {
  return createPipeline({
    files,
    builtIn,
    overrides,
    now: () => new Date('2026-06-01T12:00:00Z'),
  });
}

/** A rendered deck, its sections as HTML alone. */
export function renderHtml(
  pipeline: SitePipeline,
  deck: Deck,
): Omit<RenderedDeck, 'sections'> & { readonly sections: readonly string[] } {
  const rendered = pipeline.render(deck);
  return { ...rendered, sections: rendered.sections.map(({ html }) => html) };
}

/** Builds the site of a text, or of files. */
export function buildSite(site: string | Files, overrides: SiteOverrides = {}): BuiltSite {
  const pipeline = openSite(typeof site === 'string' ? memoryFiles(parseSite(site)) : site, overrides);
  const { diagnostics } = pipeline.decks();
  const decks = readyDecks(pipeline);
  const outputs = decks.flatMap((deck) => pipeline.publish(deck, testClient));
  return {
    pipeline,
    outputs,
    diagnostics: [...diagnostics, ...decks.flatMap((deck) => deck.diagnostics)],
    page(name) {
      const output = outputs.find((candidate) => candidate.path === name);
      if (!output)
        throw new Error(`no ${name} among ${outputs.map((candidate) => candidate.path).join(', ')}`);
      return output.text;
    },
  };
}
