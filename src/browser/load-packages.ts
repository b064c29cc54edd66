/** Loads the packages for browsers, which only sites that are checked or exported install. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserType } from 'playwright-core';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { type OptionalPackage, optionalPackage } from '../bundle/package-folder.ts';

/** The API of Playwright, as far as it is used. */
export interface Playwright {
  readonly chromium: BrowserType;
}

/**
 * Verifies that packages are installed, in the site at `root` or with deckwright.
 * @param purpose what the packages are for: `deckwright check needs …`
 * @throws {DeckError} with the command that installs all of those that are missing
 */
export function requirePackages(
  names: readonly OptionalPackage[],
  root: string,
  purpose: string,
  locate = optionalPackage,
): void {
  const missing = names.filter((name) => locate(name, root) === undefined);
  if (missing.length === 0) return;
  throw new DeckError([
    createDiagnostic({
      code: 'browser-package-missing',
      message: `${purpose} needs ${missing.join(' and ')}, which ${missing.length === 1 ? 'is' : 'are'} not installed`,
      hint: `Install what is missing in the site's folder: npm install --save-dev ${missing.join(' ')}`,
    }),
  ]);
}

/** Loads Playwright, which `requirePackages` has found. */
export async function loadPlaywright(root: string, locate = optionalPackage): Promise<Playwright> {
  const file = pathToFileURL(path.join(folderOf('playwright-core', root, locate), 'index.mjs'));
  return (await import(/* @vite-ignore */ file.href)) as Playwright;
}

/** Reads a script of a package, which `requirePackages` has found, to run it in a page. */
export function readPackageScript(
  name: OptionalPackage,
  file: string,
  root: string,
  locate = optionalPackage,
): string {
  return readFileSync(path.join(folderOf(name, root, locate), file), 'utf8');
}

function folderOf(name: OptionalPackage, root: string, locate: typeof optionalPackage): string {
  const folder = locate(name, root);
  if (folder === undefined) throw new Error(`the package ${name} is not installed`);
  return folder;
}
