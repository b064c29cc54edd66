/** What an author can do about a client that can't be bundled: a full disk, or a package of the site that is broken. */
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import { isSystemError } from '../../write/refusal.ts';
import type { ClientPackages } from '../packages.ts';

/** Where a client is bundled, and what of the site is in it. */
export interface ClientSources {
  /** The folder of the cache. */
  readonly cache: string;
  readonly packages: ClientPackages;
}

/** An error of the system as the bundler reports it, which has no code: the line with its number. */
const SYSTEM_ERROR_RE = /^.*\(os error \d+\)/m;

/** An error of the system about a file that is read; others are about the files that are written. */
const READ_RE = /\bENOENT\b|\(os error 2\)|Could not (?:load|resolve)/;

/**
 * Creates the error of a bundle that failed.
 * @returns `undefined` if it is a bug of deckwright
 */
export function explainClientFailure(
  error: unknown,
  { cache, packages }: ClientSources,
): DeckError | undefined {
  const message = error instanceof Error ? error.message : String(error);
  const broken = findBroken(message, packages);
  if (broken !== undefined) return new DeckError([createDiagnostic(packageBroken(broken))]);
  const system = SYSTEM_ERROR_RE.exec(message)?.[0].trim() ?? (isSystemError(error) ? message : undefined);
  if (system === undefined || READ_RE.test(message)) return undefined;
  return new DeckError([
    createDiagnostic({
      code: 'cache-refuses',
      message: `${cache} can't be written: ${system}`,
      hint: 'Free some disk space, or choose another folder with --cacheDir.',
    }),
  ]);
}

/** Finds the package that a message is about. The bundler names files relative to the current folder. */
function findBroken(message: string, packages: ClientPackages): keyof ClientPackages | undefined {
  return (['katex', 'mermaid'] as const).find(
    (name) =>
      packages[name] !== undefined &&
      (message.includes(packages[name]) || message.includes(`node_modules/${name}/`)),
  );
}

const packageBroken = (name: keyof ClientPackages): Parameters<typeof createDiagnostic>[0] => ({
  code: 'package-broken',
  message: `a deck uses ${name}, but the package can't be bundled: a file of it is missing or broken`,
  hint: `Install it again in the site's folder: npm install --save-dev ${name}`,
});
