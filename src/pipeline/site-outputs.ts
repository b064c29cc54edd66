/**
 * What is published once for a site, beside its decks and pages. To add one, add a row. A page, a deck or a static file
 * of the same path wins.
 */
import { attempt, type Diagnostic } from '../diagnostics.ts';
import type { Output, Report } from '../types.ts';
import type { PageTools } from './page-tools.ts';
import { writeLanding } from './site-outputs/landing.ts';
import { writeNotFound } from './site-outputs/not-found.ts';
import { writeRobots } from './site-outputs/robots.ts';
import type { SiteErrand } from './site-outputs/site-errand.ts';
import { writeSitemap } from './site-outputs/sitemap.ts';

interface SiteOutput {
  /** The word by which `disableKinds` takes it out; `undefined` where there is none. */
  readonly kind?: string;
  write(this: void, errand: SiteErrand): readonly Output[];
}

const rows: readonly SiteOutput[] = [
  { kind: 'home', write: writeLanding },
  { kind: '404', write: writeNotFound },
  { kind: 'sitemap', write: writeSitemap },
  { kind: 'robotstxt', write: writeRobots },
  // GitHub Pages would leave out what begins with an underscore.
  { write: () => [{ path: '.nojekyll', text: '' }] },
];

/** Writes them. A mistake in one leaves that one out. `written` is what the pages of the site have become. */
export function writeSiteOutputs(
  tools: PageTools,
  written: readonly Output[],
): { readonly outputs: readonly Output[]; readonly diagnostics: readonly Diagnostic[] } {
  const { config, decks, staticFiles } = tools.site;
  const outputs: Output[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Set([
    ...written.map(({ path }) => path),
    ...decks.flatMap(({ outputPath, head }) => [outputPath, ...head.aliases]),
    ...staticFiles.map(({ outputPath }) => outputPath),
  ]);
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const errand = { ...tools, report, isTaken: (path: string) => taken.has(path) };
  for (const { kind, write } of rows) {
    if (kind !== undefined && config.disableKinds.includes(kind)) continue;
    const fresh = (attempt(() => write(errand), report) ?? []).filter(({ path }) => !taken.has(path));
    for (const { path } of fresh) taken.add(path);
    outputs.push(...fresh);
  }
  return { outputs, diagnostics };
}
