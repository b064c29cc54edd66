/**
 * The outputs of the whole site, such as the sitemap. To add one, add a row to `siteOutputs`. A page, deck or static
 * file with the same path wins.
 */
import type { Output, Report } from '../../types.ts';
import { toDiagnostics, type LocatedDiagnostic } from '../left-out.ts';
import { hasBuiltInList, writeLanding } from './landing.ts';
import { writeNotFound } from './not-found.ts';
import { writeRobots } from './robots.ts';
import type { PublishContext, SiteOutputContext } from './output-contexts.ts';
import type { OutputClaim } from './settle-outputs.ts';
import { writeSitemap } from './sitemap.ts';

/** An output, with a name in diagnostics if it has one of its own. */
interface NamedOutput extends Output {
  readonly name?: string;
}

interface SiteOutput {
  /** The name of the output in diagnostics. */
  readonly name: string;
  /** The value of `disableKinds` that disables the output; `undefined` if there is none. */
  readonly kind?: string;
  write(this: void, context: SiteOutputContext): readonly NamedOutput[];
}

const siteOutputs: readonly SiteOutput[] = [
  { name: 'the list of decks', kind: 'home', write: writeLanding },
  { name: '404.html', kind: '404', write: writeNotFound },
  { name: 'the sitemap', kind: 'sitemap', write: writeSitemap },
  { name: 'robots.txt', kind: 'robotstxt', write: writeRobots },
  // Without this file, GitHub Pages skips files that begin with an underscore.
  { name: '.nojekyll', write: () => [{ path: '.nojekyll', text: '' }] },
];

/** The written outputs of the whole site. */
interface WrittenOutputs {
  readonly claims: readonly OutputClaim[];
  readonly found: readonly LocatedDiagnostic[];
  readonly hasBuiltInList: boolean;
}

/** Writes the outputs of the whole site; one with an error is left out. `written` are the pages of the site. */
export function writeSiteOutputs(
  context: PublishContext,
  written: readonly Pick<Output, 'path'>[],
): WrittenOutputs {
  const { config, decks, staticFiles } = context.site;
  const claims: OutputClaim[] = [];
  const found: LocatedDiagnostic[] = [];
  const taken = new Set([
    ...written.map(({ path }) => path),
    ...decks.flatMap(({ outputPath, head }) => [outputPath, ...head.aliases]),
    ...staticFiles.map(({ outputPath }) => outputPath),
  ]);
  const isTaken = (path: string): boolean => taken.has(path);
  const isListed = hasBuiltInList({ ...context, isTaken });
  for (const { name, kind, write } of siteOutputs) {
    if (kind !== undefined && config.disableKinds.includes(kind)) continue;
    const report: Report = (diagnostic) => void found.push({ diagnostic, location: name });
    const outputContext = { ...context, report, isTaken };
    for (const { name: ownName, ...output } of tryToWrite(() => write(outputContext), report)) {
      taken.add(output.path);
      claims.push({
        path: output.path,
        kind: ownName === undefined ? 'site' : 'miniature',
        name: ownName ?? name,
        output,
      });
    }
  }
  return { claims, found, hasBuiltInList: isListed };
}

function tryToWrite(write: () => readonly NamedOutput[], report: Report): readonly NamedOutput[] {
  try {
    return write();
  } catch (error) {
    for (const diagnostic of toDiagnostics(error, '')) report(diagnostic);
    return [];
  }
}
