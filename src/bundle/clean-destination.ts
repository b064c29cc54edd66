/** Checks for `--cleanDestinationDir`, which deletes files that the build did not write from the destination. */
import os from 'node:os';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { isWithin } from '../files.ts';
import { resolveLinks } from '../write/destination.ts';
import type { OpenSite } from './open-site.ts';

/**
 * Checks, before anything is written, that a destination can be cleaned safely.
 * @throws {DeckError} when it contains the site, one of its sources, or the home folder
 */
export function checkCleanable({ root, destination, site: { config } }: OpenSite): void {
  const sources = [...config.mounts.map(({ source }) => source), ...config.usedFiles];
  const protectedPaths = [root, os.homedir(), ...sources.map((file) => path.resolve(root, file))];
  const endangered = protectedPaths.find((file) => isWithin(resolveLinks(destination), resolveLinks(file)));
  if (endangered === undefined) return;
  throw new DeckError([
    createDiagnostic({
      code: 'destination-holds-source',
      message: `${destination} was not cleaned because it contains ${endangered}`,
      hint: 'Use a destination that holds only the built site, or omit --cleanDestinationDir.',
    }),
  ]);
}
