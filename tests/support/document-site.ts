/** The site that the blocks below one heading of a document form, built as the command builds it, but without a bundle. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { collectFindings, openSite, renderDecks, sortDiagnostics } from '../../src/bundle/open-site.ts';
import { findFormat } from '../../src/site/formats/formats.ts';
import type { DocumentBlock } from './documents.ts';

/** Folders of a site; what a block puts elsewhere is a program or a file of the project. */
const SITE_FILE_RE =
  /^(?:hugo|config)\.|^(?:archetypes|assets|config|content|data|i18n|layouts|static|themes)\//;

/** A block without a name is this file. */
const UNNAMED: Readonly<Record<string, string>> = {
  html: 'content/_index.md',
  markdown: 'content/_index.md',
  toml: 'hugo.toml',
};

const FRONT_MATTER = '+++\ntitle = "Example"\noutputs = ["Reveal"]\n+++\n\n';
const STARTS_WITH_FRONT_MATTER_RE = /^(?:\+\+\+|---|\{)\n/;

/** The path of the file that a block is in its site; none for a block that is no part of a site. */
export function sitePathOf({ language, name }: DocumentBlock): string | undefined {
  if (name === '') return UNNAMED[language];
  return SITE_FILE_RE.test(name) ? name : undefined;
}

/** The files of a site, by their paths. Slides without a file name follow each other in one deck. */
export function siteFilesOf(blocks: readonly DocumentBlock[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const block of blocks) {
    const file = sitePathOf(block);
    if (file === undefined) continue;
    const before = files[file];
    if (before === undefined) files[file] = withFrontMatter(block);
    else if (block.name === '')
      files[file] = `${before}\n${block.language === 'toml' ? '' : '---\n\n'}${block.text}`;
    else throw new Error(`line ${block.line}: ${file} is there already`);
  }
  if (!Object.keys(files).some((file) => file.startsWith('content/')))
    files['content/_index.md'] = `${FRONT_MATTER}# A slide\n`;
  return files;
}

function withFrontMatter({ name, language, text }: DocumentBlock): string {
  const isDeck = name === '' && language !== 'toml' && !STARTS_WITH_FRONT_MATTER_RE.test(text);
  return isDeck ? `${FRONT_MATTER}${text}` : text;
}

/** Files that every example may name, and that no reader wants to see in full. */
const STOCK: Readonly<Record<string, string>> = {
  'assets/fonts/inter.woff2': '',
  'static/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>',
  'static/sea.mp4': '',
  'static/tree.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>',
};

/** What came of a site. */
export interface TriedSite {
  /** What a strict build stops at. */
  readonly diagnostics: readonly Diagnostic[];
  /** Templates of the site that nothing has run: examples that prove nothing. */
  readonly unusedTemplates: readonly string[];
  /** How many slides its decks have. */
  readonly slides: number;
}

/** Builds a site in an empty folder, all but the bundle. */
export function trySite(files: Readonly<Record<string, string>>, folder: string): TriedSite {
  for (const [file, text] of Object.entries({ ...STOCK, ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const open = openSite({ source: folder, destination: path.join(folder, 'public'), variables: {} });
  const decks = renderDecks(open);
  const { diagnostics } = open.pipeline.dryRun(decks);
  return {
    diagnostics: sortDiagnostics([...collectFindings(open, decks), ...diagnostics]),
    unusedTemplates: open.pipeline.unusedTemplates(),
    slides: decks.reduce((sum, { rendered }) => sum + rendered.slides.length, 0),
  };
}

/** Reads a block of data that is no part of a site, such as a workflow. @throws {FormatError} when it can't be read */
export function readData({ language, text }: DocumentBlock): unknown {
  return findFormat(`data.${language}`)?.parse(text);
}
