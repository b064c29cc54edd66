/** Loads the library that reads and writes PDF, which only sites that export them install. */
import type * as PdfLib from '@cantoo/pdf-lib';
import { createRequire } from 'node:module';
import path from 'node:path';
import { optionalPackage } from '../../bundle/package-folder.ts';

/** The library that reads and writes PDF. */
export type PdfLibrary = typeof PdfLib;

/** The name of the package. */
export const PDF_PACKAGE = '@cantoo/pdf-lib';

/** Loads the library, which `requirePackages` has found. */
export function loadPdfLibrary(root: string, locate = optionalPackage): PdfLibrary {
  const folder = locate(PDF_PACKAGE, root);
  if (folder === undefined) throw new Error(`the package ${PDF_PACKAGE} is not installed`);
  return createRequire(path.join(folder, 'package.json'))(folder) as PdfLibrary;
}
